from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm
from schemes.young_people.codes.models import StepUpCode


class CodeGiveForm(KitForm):
    how = forms.ChoiceField(
        label="How do you know that it is really them?",
        choices=StepUpCode.How.choices,
        widget=forms.RadioSelect,
        help_text="Not by a text, an e-mail or a message: somebody else may have their phone.",
    )


class CodeSayForm(KitForm):
    code = forms.CharField(
        label=_("The eight numbers"),
        max_length=20,
        help_text=_("For example 1234 5678."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
