"""Forms of reviews."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.relationships.models import Review
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField


class ReviewSayForm(KitForm):
    view = forms.CharField(
        label=_("How is it for you?"),
        help_text=_("What is good? What could be better? Do you want to go on?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ReviewHoldForm(KitForm):
    held_on = SayDateField(label=_("When was it held?"), past=True)
    decision = BigChoiceField(label=_("What was decided?"), choices=Review.Decision.choices[1:])
    extended_until = SayDateField(
        label=_("If they go on for longer than they agreed: until when?"),
        help_text=_("Leave it empty where nothing was said. Planning the ending starts three months before that day."),
        required=False,
        future=True,
    )
    notes = forms.CharField(
        label=_("What was said?"),
        help_text=_("Staff of the scheme who may read this match can read it."),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"held_on": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
