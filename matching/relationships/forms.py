"""What is asked of two people who meet. Forms clean; actions write."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from matching.relationships.models import MentoringSession
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField

TIMES = ["%H:%M", "%H:%M:%S", "%H.%M", "%I:%M %p", "%I.%M %p", "%I %p", "%I%p", "%I.%M%p", "%I:%M%p"]
WORDS = {"rows": 3}


def clock_field(**kwargs) -> forms.TimeField:
    """A time of day; telephones show their own clock for it."""
    widget = forms.TimeInput(attrs={"type": "time", "class": "short"}, format="%H:%M")
    return forms.TimeField(label="What time?", input_formats=TIMES, widget=widget, **kwargs)


def moment(day, clock) -> datetime:
    """The instant of a local day and time."""
    return timezone.make_aware(datetime.combine(day, clock))


class SessionPlanForm(KitForm):
    day = SayDateField(label="Which day?", future=True)
    time = clock_field()
    place = forms.CharField(label="Where?", max_length=120, required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["planned_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned["planned_at"] < timezone.now():
                raise ValidationError("This time has passed. Choose a later one.")
        return cleaned


class SessionLogForm(KitForm):
    """Under a minute on a telephone: everything but the first question is filled in or may stay empty."""

    outcome = BigChoiceField(label="Did it happen?", choices=MentoringSession.Outcome.choices[1:])
    day = SayDateField(label="Which day?", past=True)
    time = clock_field()
    minutes = forms.IntegerField(
        label="Minutes?",
        required=False,
        min_value=1,
        max_value=720,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    channel = forms.ChoiceField(label="How?", choices=MentoringSession.Channel.choices)
    mentor_feeling = forms.ChoiceField(
        label="How did it go?",
        required=False,
        choices=MentoringSession.Feeling.choices[1:],
        widget=forms.RadioSelect(attrs={"kind": "segments"}),
    )
    shared_note = forms.CharField(
        label="What did you do?", required=False, max_length=4000, widget=forms.Textarea(WORDS)
    )
    mentor_note = forms.CharField(
        label="Anything for your supervisor?",
        help_text="Your supervisor and the co-ordinators read this, and the safeguarding lead.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(WORDS),
    )
    session = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, name="The young person", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [
            ("held", "Yes, we met"),
            ("missed-mentee", f"No, {name} couldn’t come"),
            ("missed-mentor", "No, I couldn’t come"),
            ("called-off", "No, we called it off"),
        ]
        self.fields["shared_note"].help_text = f"{name} can read this too."

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("outcome") == MentoringSession.Outcome.HELD and not cleaned.get("minutes"):
            self.add_error("minutes", "About how long did you meet?")
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["planned_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned["planned_at"] > timezone.now():
                self.add_error("time", "This time has not come yet. Check the day and the time.")
        return cleaned
