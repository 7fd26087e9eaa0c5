"""Forms of reviews."""

from django import forms
from django.utils import timezone

from matching.relationships.models import Review
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField


class ReviewSayForm(KitForm):
    view = forms.CharField(
        label="How is it for you?",
        help_text="What is good? What could be better? Do you want to go on?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ReviewHoldForm(KitForm):
    held_on = SayDateField(label="When was it held?", past=True)
    decision = BigChoiceField(label="What was decided?", choices=Review.Decision.choices[1:])
    notes = forms.CharField(
        label="What was said?",
        help_text="Staff of the scheme who may read this match can read it.",
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"held_on": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
