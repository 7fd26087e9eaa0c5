"""The form of the plan for an ending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm, SayDateField

FEW = forms.Textarea(attrs={"rows": 3})


class EndingPlanForm(KitForm):
    ends_on = SayDateField(label=_("When do they meet for the last time?"), future=True)
    last_weeks = forms.CharField(
        label=_("What will they do in their last weeks?"),
        help_text=_("Something to look forward to, and time to say goodbye. Both read this on their own page."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    goals = forms.CharField(
        label=_("What happens to the goals?"),
        help_text=_("Which are closed, and who goes on with the others. Only staff read this."),
        required=False,
        max_length=4000,
        widget=FEW,
    )
    who_tells = forms.CharField(
        label=_("Who tells whom, and when?"),
        help_text=_("The personal adviser, a carer, the supervisor. Only staff read this."),
        required=False,
        max_length=4000,
        widget=FEW,
    )
