"""Forms of supervision."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from matching.supervision.following.forms import WithTodos
from matching.supervision.models import Supervision
from matching.supervision.rhythm import LEAST
from mentoring.web.forms import KitForm, SayDateField
from schemes.training.models import Module

Outcome = Supervision.Outcome
SEGMENTS = {"kind": "segments"}
REASONS = [("", "Choose"), *Supervision.Reason.choices]
#: So many dates of a series stand on the page.
SERIES = 6


def instant(day, clock: time) -> datetime:
    """A day and a time as people say them, as an instant here."""
    return timezone.make_aware(datetime.combine(day, clock))


def note(label: str, hint: str = "", rows: int = 4, longest: int = 8000) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=longest, widget=forms.Textarea(attrs={"rows": rows})
    )


class TimeOfDay(forms.TimeField):
    """ "17:30" or "5.30 pm"."""

    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off"})

    def __init__(self, **kwargs):
        formats = ["%H:%M", "%H.%M", "%I.%M %p", "%I:%M %p", "%I %p", "%I%p", "%I.%M%p", "%I:%M%p"]
        kwargs.setdefault("help_text", "For example 5.30 pm or 17:30.")
        super().__init__(input_formats=formats, error_messages={"invalid": "Write a time, like 5.30 pm."}, **kwargs)


class WithMoment(KitForm):
    """A form that asks a day and a time, and gives the instant as `planned_at`."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("clock"):
            cleaned["planned_at"] = instant(cleaned.pop("day"), cleaned.pop("clock"))
        return cleaned


class WithPeople(KitForm):
    """A form that asks who comes, and who supervises them."""

    volunteers = forms.ModelMultipleChoiceField(
        None, label="Who", widget=forms.CheckboxSelectMultiple, help_text="Choose several for a group."
    )
    supervisor = forms.ModelChoiceField(None, label="Supervisor")

    def __init__(self, *args, volunteers, supervisors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].queryset = volunteers
        self.fields["supervisor"].queryset = supervisors


class SupervisionPlanForm(WithPeople, WithMoment):
    day = SayDateField(label="Day", future=True)
    clock = TimeOfDay(label="Time")
    place = forms.CharField(label="Where", max_length=120, required=False)


class WithDates(KitForm):
    """Several dates at one time of day; a date that does not fit is changed, or cleared to leave it out."""

    clock = TimeOfDay(label="Time")
    place = forms.CharField(label="Where", max_length=120, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, SERIES + 1):
            self.fields[f"day_{number}"] = SayDateField(
                label=f"Date {number}", required=False, future=True, help_text=""
            )

    def dates(self) -> list:
        """The bound fields of the dates."""
        return [self[f"day_{number}"] for number in range(1, SERIES + 1)]

    def rest(self) -> list:
        return [bound for bound in self if not bound.name.startswith("day_")]

    def clean(self):
        cleaned = super().clean()
        days = [cleaned.pop(f"day_{number}", None) for number in range(1, SERIES + 1)]
        if not any(days) and not any(name.startswith("day_") for name in self.errors):
            self.add_error("day_1", "Give at least one date.")
        clock = cleaned.pop("clock", None)
        cleaned["moments"] = [instant(day, clock) for day in days if day] if clock else []
        return cleaned


class SupervisionSeriesForm(WithDates):
    supervisor = forms.ModelChoiceField(None, label="Supervisor")
    field_order = ["supervisor", "clock", "place"]

    def __init__(self, *args, supervisors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supervisor"].queryset = supervisors


class SupervisionGroupPlanForm(WithPeople, WithDates):
    field_order = ["volunteers", "supervisor", "clock", "place"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].help_text = "Those in the peer support group without a match are welcome too."
        self.fields["supervisor"].label = "Who leads it?"

    def clean_volunteers(self):
        chosen = self.cleaned_data["volunteers"]
        if len(chosen) < LEAST:
            raise forms.ValidationError("A group is two mentors or more.")
        return chosen


class SupervisionMoveForm(WithMoment):
    day = SayDateField(label="Day", future=True)
    clock = TimeOfDay(label="Time")
    place = forms.CharField(label="Where", max_length=120, required=False)


class SupervisionCallOffForm(KitForm):
    reason = forms.ChoiceField(label="What came up?", choices=Supervision.Reason.choices, widget=forms.RadioSelect)
    because = note("In a line, if you like", "Staff read this.", rows=2, longest=1000)


class SupervisionRecordForm(WithTodos):
    outcome = forms.ChoiceField(
        label="Did it happen?",
        widget=forms.RadioSelect,
        choices=[one for one in Outcome.choices if one[0] != "planned"],
    )
    missed_by = forms.ChoiceField(
        label="Who could not come?", required=False, widget=forms.RadioSelect(attrs=SEGMENTS),
        choices=Supervision.MissedBy.choices,
    )  # fmt: skip
    reason = forms.ChoiceField(label="What came up?", required=False, choices=REASONS)
    because = note("In a line, if you like", "Staff read this.", rows=2, longest=1000)
    shared_note = note("What we agreed", "The mentor can read this.")
    private_note = note(
        "Notes for supervision only",
        "Their supervisor, co-ordinators and leads read this. The mentor knows that such notes are kept.",
    )
    need_topic = forms.ChoiceField(
        label="Do they need training?", required=False, choices=[("", "Not now"), *Module.Topic.choices],
        help_text="Whoever plans sessions sees it, until they have heard it.",
    )  # fmt: skip
    need_words = forms.CharField(label="In a line, if you like", required=False, max_length=500)
    next_day = SayDateField(label="Next time: day", required=False, future=True)
    next_clock = TimeOfDay(label="Next time: time", required=False)

    #: What is asked only where it was held, and where it was not.
    IF_HELD = ("shared_note", "private_note")
    IF_NOT = ("missed_by", "reason", "because")

    def __init__(self, *args, points=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.points = {str(point.pk): point for point in points}
        if self.points:
            self.fields["settled"] = forms.MultipleChoiceField(
                label="What did you talk about?", help_text="What you leave out waits for the next time.",
                choices=[(key, point.words) for key, point in self.points.items()], initial=list(self.points),
                required=False, widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip

    def if_held(self) -> list:
        return [self[name] for name in (*(("settled",) if self.points else ()), *self.IF_HELD)]

    def if_not(self) -> list:
        return [self[name] for name in self.IF_NOT]

    def clean(self):
        cleaned = super().clean()
        day, clock = cleaned.get("next_day"), cleaned.get("next_clock")
        if day and not clock and "next_clock" not in self.errors:
            self.add_error("next_clock", "Say at what time.")
        if clock and not day and "next_day" not in self.errors:
            self.add_error("next_day", "Say on which day.")
        if cleaned.get("outcome") == Outcome.MISSED and not cleaned.get("missed_by"):
            self.add_error("missed_by", "Say who could not come.")
        cleaned["next_at"] = instant(day, clock) if day and clock else None
        return cleaned

    def said(self) -> dict:
        """What the action takes: what was not asked is left out."""
        told = self.cleaned_data
        notes = {name: told[name] for name in self.IF_HELD}
        rest = {name: told[name] for name in (*self.IF_NOT, "next_at", "need_topic", "need_words")}
        settled = [self.points[key] for key in told.get("settled", ())]
        return {"outcome": told["outcome"], "notes": notes, "to_do": self.todos(), "settled": settled, **rest}
