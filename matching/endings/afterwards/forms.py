"""Forms of what comes after an ending."""

from django import forms
from django.utils import timezone

from matching.endings.models import FollowUp
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField


class FollowUpForm(KitForm):
    outcome = BigChoiceField(label="Did you speak with them?", choices=FollowUp.Outcome.choices)
    spoken_on = SayDateField(label="When?", past=True)
    words = forms.CharField(
        label="How are they?",
        help_text="In their own words where you can: what they kept from it, what they would like now. Or what you "
        "tried. Co-ordinators and the safeguarding lead read it, the mentor never does.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"spoken_on": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class ReopenForm(KitForm):
    note = forms.CharField(
        label="Why do they go on after all?",
        help_text="Staff who may read this match see it. Ask each of the two alone first.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
