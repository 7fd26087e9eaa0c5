"""Not now, and why: whoever it climbs up to reads it."""

from datetime import timedelta

from django import forms
from django.utils.timezone import localdate

from mentoring.notices.putting_off.later import LONGEST_DAYS
from mentoring.web.forms import KitForm, SayDateField


class PuttingOffForm(KitForm):
    until = SayDateField(
        label="Tell me again on",
        future=True,
        help_text=f"Within {LONGEST_DAYS} days: for example “tomorrow”, “next Friday”.",
    )
    why = forms.CharField(
        label="Why?",
        help_text="Whoever is told in the end, because it stays undone, reads this.",
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean_until(self):
        day, today = self.cleaned_data["until"], localdate()
        if day <= today:
            raise forms.ValidationError("Choose a day from tomorrow on.")
        if day > today + timedelta(days=LONGEST_DAYS):
            raise forms.ValidationError(f"Choose a day within {LONGEST_DAYS} days, or change its own date.")
        return day
