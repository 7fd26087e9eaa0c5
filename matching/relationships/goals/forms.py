"""Forms of goals."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.relationships.goals.queries import ENDS
from matching.relationships.models import Goal
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField, ScaleField

#: "Getting to know each other" is looked at again after so many days, unless they choose another day.
LOOK_AGAIN_DAYS = 56
GETTING_TO_KNOW = "Get to know each other"


class GoalForm(KitForm):
    """Getting to know each other is offered first (S13)."""

    kind = BigChoiceField(
        label=_("What kind of goal?"),
        choices=[("getting-to-know", _("Just get to know each other first")), ("goal", _("Something to aim for"))],
    )
    words = forms.CharField(
        label=_("What is it?"),
        help_text=_("Only for something to aim for. Short is fine."),
        max_length=300,
        required=False,
    )
    review_on = SayDateField(
        label=_("When do you look again?"),
        help_text=_("Only for getting to know each other. For example 3 November 2026."),
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
                self.add_error("review_on", _("Choose a day to look again."))
        elif cleaned.get("kind") and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Say what it is, in a few words."))
        return cleaned


class StaffGoalForm(GoalForm):
    is_referrers_wish = forms.BooleanField(
        label=_("This is what the referrer wishes for"),
        help_text=_("It stays a wish until the young person takes it up."),
        required=False,
    )


class GoalRateForm(KitForm):
    value = ScaleField(label=_("Where are you with it now?"), ends=ENDS)


class StepForm(KitForm):
    words = forms.CharField(label=_("A small step"), help_text=_("One thing you could do next."), max_length=160)


class LevelsForm(KitForm):
    """Five sentences, the best first, and how much the goal counts beside others (goal attainment scaling)."""

    much_more = forms.CharField(
        label=_("Much more than you hope"), help_text=_("The best you can think of."), max_length=200
    )
    more = forms.CharField(label=_("A bit more than you hope"), max_length=200)
    hoped = forms.CharField(
        label=_("What you hope for"), help_text=_("When this is so, the goal is reached."), max_length=200
    )
    less = forms.CharField(label=_("A bit less"), max_length=200)
    much_less = forms.CharField(label=_("Much less"), help_text=_("Often, how it is now."), max_length=200)
    weight = forms.TypedChoiceField(
        label=_("How much does it matter to you?"),
        coerce=int,
        choices=[(1, _("It matters")), (2, _("It matters a lot")), (3, _("It matters most of all"))],
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            cleaned["words"] = [cleaned.pop(name) for name in FROM_THE_LEAST]
        return cleaned


FROM_THE_LEAST = ("much_less", "less", "hoped", "more", "much_more")


def levels_initial(goal) -> dict:
    """What the two wrote before, for the form; {} where nothing is written."""
    written = getattr(goal, "levels", None)
    return dict(zip(FROM_THE_LEAST, written.words, strict=True)) | {"weight": written.weight} if written else {}


class LookAgainForm(KitForm):
    review_on = SayDateField(label=_("When do you look again?"), future=True)
