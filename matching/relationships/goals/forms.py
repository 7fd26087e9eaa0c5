"""Forms of goals."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from matching.relationships.goals.queries import ENDS
from matching.relationships.models import Goal
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField, ScaleField

#: "Getting to know each other" is looked at again after so many days, unless they choose another day.
LOOK_AGAIN_DAYS = 56
GETTING_TO_KNOW = "Get to know each other"


class GoalForm(KitForm):
    """Getting to know each other is offered first (S13)."""

    kind = BigChoiceField(
        label="What kind of goal?",
        choices=[("getting-to-know", "Just get to know each other first"), ("goal", "Something to aim for")],
    )
    words = forms.CharField(
        label="What is it?",
        help_text="Only for something to aim for. Short is fine.",
        max_length=300,
        required=False,
    )
    review_on = SayDateField(
        label="When do you look again?",
        help_text="Only for getting to know each other. For example 3 November 2026.",
        required=False,
        future=True,
    )

    def __init__(self, *args, **kwargs):
        first = {"kind": "getting-to-know", "review_on": timezone.localdate() + timedelta(days=LOOK_AGAIN_DAYS)}
        kwargs["initial"] = first | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == Goal.Kind.GETTING_TO_KNOW:
            cleaned["words"] = cleaned.get("words") or GETTING_TO_KNOW
            if not cleaned.get("review_on") and "review_on" not in self.errors:
                self.add_error("review_on", "Choose a day to look again.")
        elif cleaned.get("kind") and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", "Say what it is, in a few words.")
        return cleaned


class StaffGoalForm(GoalForm):
    is_referrers_wish = forms.BooleanField(
        label="This is what the referrer wishes for",
        help_text="It stays a wish until the young person takes it up.",
        required=False,
    )


class GoalRateForm(KitForm):
    value = ScaleField(label="Where are you with it now?", ends=ENDS)


class LookAgainForm(KitForm):
    review_on = SayDateField(label="When do you look again?", future=True)
