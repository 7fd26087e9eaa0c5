"""What is asked of whoever wants somebody to start while a check is on its way."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.vetting.models import VettingCheck


class VettingExemptionForm(KitForm):
    kind = forms.ChoiceField(label="Which check is still on its way?", choices=VettingCheck.Kind.choices)
    reason = forms.CharField(
        label="Why can they not wait, and who is with them meanwhile?", max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    ends_on = SayDateField(label="Last day", future=True)
