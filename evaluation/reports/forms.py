"""Asking for a report."""

from django import forms
from django.utils import timezone

from evaluation.turnover.periods import why_not
from mentoring.web.forms import KitForm, SayDateField


class ReportAskForm(KitForm):
    from_on = SayDateField(label="First day", past=True)
    to_on = SayDateField(label="Last day", past=True)
    prepared_for = forms.CharField(
        label="Prepared for",
        max_length=120,
        required=False,
        help_text="Stands on the cover. For example “the advisory group”.",
    )

    def clean(self):
        given = super().clean()
        first, last = given.get("from_on"), given.get("to_on")
        if first and last and (trouble := why_not(first, last, today=timezone.localdate())):
            self.add_error("to_on", trouble)
        return given
