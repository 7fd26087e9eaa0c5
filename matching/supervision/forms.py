"""Forms of supervision."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from matching.supervision.models import Supervision
from mentoring.web.forms import KitForm, SayDateField


def instant(day, clock: time) -> datetime:
    """A day and a time as people say them, as an instant here."""
    return timezone.make_aware(datetime.combine(day, clock))


class TimeOfDay(forms.TimeField):
    """ "17:30" or "5.30 pm"."""

    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off"})

    def __init__(self, **kwargs):
        formats = ["%H:%M", "%H.%M", "%I.%M %p", "%I:%M %p", "%I %p", "%I%p", "%I.%M%p", "%I:%M%p"]
        kwargs.setdefault("help_text", "For example 5.30 pm or 17:30.")
        super().__init__(input_formats=formats, error_messages={"invalid": "Write a time, like 5.30 pm."}, **kwargs)


class SupervisionPlanForm(KitForm):
    volunteers = forms.ModelMultipleChoiceField(
        None, label="Who", widget=forms.CheckboxSelectMultiple, help_text="Choose several for a group."
    )
    supervisor = forms.ModelChoiceField(None, label="Supervisor")
    day = SayDateField(label="Day", future=True)
    clock = TimeOfDay(label="Time")
    place = forms.CharField(label="Where", max_length=120, required=False)

    def __init__(self, *args, volunteers, supervisors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].queryset = volunteers
        self.fields["supervisor"].queryset = supervisors

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("clock"):
            cleaned["planned_at"] = instant(cleaned["day"], cleaned["clock"])
        return cleaned


class SupervisionRecordForm(KitForm):
    outcome = forms.ChoiceField(
        label="Did it happen?",
        widget=forms.RadioSelect,
        choices=[(value, label) for value, label in Supervision.Outcome.choices if value != "planned"],
    )
    shared_note = forms.CharField(
        label="What we agreed",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The mentor can read this.",
    )
    private_note = forms.CharField(
        label="Notes for supervision only",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="You, co-ordinators and the safeguarding lead can read this.",
    )
    to_do = forms.CharField(
        label="What happens next, and who does it", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    next_day = SayDateField(label="Next time: day", required=False, future=True)
    next_clock = TimeOfDay(label="Next time: time", required=False)

    def clean(self):
        cleaned = super().clean()
        day, clock = cleaned.get("next_day"), cleaned.get("next_clock")
        if day and not clock and "next_clock" not in self.errors:
            self.add_error("next_clock", "Say at what time.")
        if clock and not day and "next_day" not in self.errors:
            self.add_error("next_day", "Say on which day.")
        cleaned["next_at"] = instant(day, clock) if day and clock else None
        return cleaned

    def notes(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("shared_note", "private_note", "to_do")}
