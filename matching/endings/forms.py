"""Forms of an ending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.endings.checklist import LAST_MEETING
from matching.endings.models import Ending, GoalAtEnd
from mentoring.web.forms import BigChoiceField, KitForm, KitModelForm, SayDateField


class EndingBeginForm(KitForm):
    why = forms.CharField(
        label=_("Why is it coming to an end?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Staff who may read this match see it. The two are told only that it is coming to an end."),
    )


SIDES = ("mentee", "mentor")
#: What a side says; fields of the ending are named "mentee_reason" and so on.
SAID = ("reason", "reason_words", "reflection")
FEW = {"rows": 3}
TO_CLOSE = "Needed before the match can be closed."


class EndingForm(KitModelForm):
    """The formal ending, kept as far as it is known. What one of the two has said themselves is theirs: staff do not
    write over it. Each goal that is open has its two fields."""

    last_contact_on = SayDateField(label=_("Last time they were in touch"), required=False, past=True)
    meeting_on = SayDateField(label=_("Meeting with the co-ordinator held on"), required=False, past=True)
    contact_until = SayDateField(label=_("Until when?"), required=False)
    talked_about = forms.MultipleChoiceField(
        label=_("What was talked about at the meeting?"),
        choices=LAST_MEETING.items(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    contact_after = forms.TypedChoiceField(
        label=_("Will they be in touch afterwards?"),
        help_text=_("Only if both want it, and the young person said so when they were alone."),
        choices=[("yes", _("Yes, both want it")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Ending
        fields = [
            "planned", "reason", "reason_words", "last_contact_on", "mentee_reason", "mentee_reason_words",
            "mentee_reflection", "mentor_reason", "mentor_reason_words", "mentor_reflection", "way", "meeting_on",
            "talked_about", "contact_after", "contact_channel", "contact_until", "contact_known", "what_next",
        ]  # fmt: skip
        help_texts = {
            "planned": TO_CLOSE,
            "reason": TO_CLOSE,
            "way": f"{TO_CLOSE} Who has gone gets the letter, and you write down the rest, as far as you know it.",
            "contact_channel": "For example “a text now and then”.",
        }
        widgets = {
            "planned": forms.RadioSelect,
            "way": forms.RadioSelect,
            "reason_words": forms.Textarea(attrs={"rows": 2}),
            "mentee_reason_words": forms.Textarea(attrs={"rows": 2}),
            "mentor_reason_words": forms.Textarea(attrs={"rows": 2}),
            "mentee_reflection": forms.Textarea(attrs=FEW),
            "mentor_reflection": forms.Textarea(attrs=FEW),
            "contact_known": forms.Textarea(attrs={"rows": 2}),
            "what_next": forms.Textarea(attrs=FEW),
        }

    def __init__(self, *args, match, goals=(), **kwargs):
        self.goals = {str(goal.pk): goal for goal in goals}
        super().__init__(*args, **kwargs)
        self._strike_what_they_said()
        self._ask_of_each_goal()
        for name in ("planned", "way"):
            self.fields[name].choices = [(value, label) for value, label in self.fields[name].choices if value]
        if "contact_after" not in self.data and self.instance.contact_after is not None:
            self.initial["contact_after"] = "yes" if self.instance.contact_after else "no"
        self.PARTS = self._parts(match.young_person.first_name, match.volunteer.first_name)

    def _strike_what_they_said(self) -> None:
        for side in SIDES:
            if getattr(self.instance, f"{side}_said_at"):
                for name in SAID:
                    del self.fields[f"{side}_{name}"]

    def _ask_of_each_goal(self) -> None:
        for key, goal in self.goals.items():
            self.fields[f"goal-{key}"] = forms.ChoiceField(
                label=goal.words, choices=GoalAtEnd.Outcome.choices, required=False, widget=forms.RadioSelect
            )
            self.fields[f"with-{key}"] = forms.CharField(label=_("With whom?"), required=False, max_length=120)
            if goal.closed:
                self.initial |= {f"goal-{key}": goal.closed.outcome, f"with-{key}": goal.closed.carried_on_with}

    def _parts(self, mentee: str, mentor: str):
        goals = tuple(f"{kind}-{key}" for key in self.goals for kind in ("goal", "with"))
        parts = (
            ("How it ended", ("planned", "reason", "reason_words", "last_contact_on")),
            (f"What {mentee} says", tuple(f"mentee_{name}" for name in SAID)),
            (f"What {mentor} says", tuple(f"mentor_{name}" for name in SAID)),
            ("The goals", goals),
            ("How it is marked", ("way", "meeting_on", "talked_about")),
            ("Afterwards", ("contact_after", "contact_channel", "contact_until", "contact_known", "what_next")),
        )
        return tuple((title, names) for title, names in parts if set(names) & set(self.fields))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("contact_after"):
            for name in ("contact_channel", "contact_until"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Say this too, so that both know what they can count on."))
        for key in self.goals:
            if cleaned.get(f"goal-{key}") == GoalAtEnd.Outcome.CARRIED_ON and not cleaned.get(f"with-{key}"):
                self.add_error(f"with-{key}", _("Say who goes on with it."))
        return cleaned

    def said(self) -> dict:
        """{"fields": …, "goals": …} as the action takes them."""
        cleaned = self.cleaned_data
        goals = {
            goal.pk: (cleaned[f"goal-{key}"], cleaned[f"with-{key}"])
            for key, goal in self.goals.items()
            if cleaned[f"goal-{key}"]
        }
        return {"fields": {name: cleaned[name] for name in self.Meta.fields if name in cleaned}, "goals": goals}


class ReviewSignForm(KitForm):
    learned = forms.CharField(
        label=_("What did we learn?"),
        help_text=_(
            "What to do otherwise next time: in choosing, in the first weeks, in supervision. Whoever looks for "
            "the next mentor reads it. Leave out what would hurt either of the two."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ConflictDecideForm(KitForm):
    goes_on = BigChoiceField(
        label=_("What happens?"),
        choices=[
            ("no", _("It comes to an end, with a formal ending")),
            ("yes", _("They go on: it is safe and both want it")),
        ],
    )
    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Staff who may read this match see it. The two do not."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RematchForm(KitForm):
    """In their own time, and never why."""

    answer = BigChoiceField(
        label=_("What would you like?"),
        choices=[("yes", _("Yes, I’d like another mentor")), ("not-now", _("Not now")), ("never", _("No, thank you"))],
    )


class EndingSayForm(KitForm):
    """Each side's own, and all of it may be left out."""

    reason = BigChoiceField(
        label=_("Why does it end, from your side?"),
        help_text=_("Leave it if you don’t want to say."),
        choices=Ending.SideReason.choices,
        required=False,
    )
    reason_words = forms.CharField(
        label=_("Want to say more?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reflection = forms.CharField(
        label=_("What was it like?"),
        help_text=_("What was good? What was hard? What will you keep?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
