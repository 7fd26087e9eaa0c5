"""What whoever keeps the installation running says before sending is held back, or goes again."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from mentoring.notices.operations.queries import AGAIN_WITHIN
from mentoring.web.forms import KitForm


class StandstillForm(KitForm):
    why = forms.CharField(label="Why?", max_length=200, help_text="For the others who look after it. No names.")


class AgainForm(KitForm):
    """A relay took mails and lost them: those of these hours go once more, if they are still so."""

    HOURS = ((1, "the last hour"), (6, "the last 6 hours"), (24, "the last day"), (72, "the last 3 days"))
    hours = forms.TypedChoiceField(label="What went in", coerce=int, choices=HOURS, widget=forms.RadioSelect)

    def since(self):
        return timezone.now() - min(timedelta(hours=self.cleaned_data["hours"]), AGAIN_WITHIN)
