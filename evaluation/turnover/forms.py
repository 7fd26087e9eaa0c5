"""Choosing the period; it stays in the address, so that a page can be sent to a colleague."""

from django import forms
from django.utils import timezone

from evaluation.turnover.periods import CHOICES, Period, period_named, why_not
from evaluation.turnover.queries import began_on
from mentoring.web.forms import KitForm, SayDateField


class PeriodForm(KitForm):
    """Bound to the address (`?period=…` or `?period=own&from_on=…&to_on=…`)."""

    period = forms.ChoiceField(choices=CHOICES)
    from_on = SayDateField(label="From", required=False, help_text="For other dates.")
    to_on = SayDateField(label="To", required=False, help_text="For other dates.")

    def __init__(self, asked, *, scheme):
        super().__init__({"period": CHOICES[0][0], **asked.dict()})
        self.scheme = scheme

    def clean(self):
        given = super().clean()
        if given.get("period") == "own" and not self.errors:
            if not (given["from_on"] and given["to_on"]):
                raise forms.ValidationError("Give both dates, the first day and the last.")
            if trouble := why_not(given["from_on"], given["to_on"], today=timezone.localdate()):
                raise forms.ValidationError(trouble)
        return given

    def chosen(self) -> Period:
        """The period asked for, or the last twelve months where the address makes no sense."""
        today, name = timezone.localdate(), "12-months"
        if self.is_valid():
            name = self.cleaned_data["period"]
            if name == "own":
                return Period(self.cleaned_data["from_on"], self.cleaned_data["to_on"])
        return period_named(name, began_on=began_on(self.scheme), today=today)
