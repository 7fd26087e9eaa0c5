"""What is written about sessions, their places and their registers."""

from datetime import datetime

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField

#: A time as people write it.
TIME = {
    "label": "Time",
    "input_formats": ["%H:%M", "%H.%M", "%I.%M %p", "%I:%M %p", "%I %p", "%I%p", "%I.%M%p", "%H"],
    "help_text": "For example 18:30 or 6.30 pm.",
    "widget": forms.TextInput(attrs={"class": "short"}),
    "error_messages": {"invalid": "Write the time like 18:30 or 6.30 pm."},
}
MARKS = [("booked", "Not yet"), ("attended", "Attended"), ("missed", "Missed")]


class ModulesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple(attrs={"kind": "choices-columns"})

    def label_from_instance(self, obj):
        return f"{obj} · {obj.course}"


class ModuleField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj} · {obj.course}"


class TrainingSessionForm(KitForm):
    """One module, or several, on one day."""

    module = ModuleField(label="Module", queryset=None, empty_label="Choose one")
    day = SayDateField(label="Day")
    time = forms.TimeField(**TIME)
    place = forms.CharField(label="Place", max_length=120)
    places = forms.IntegerField(
        label="How many places",
        min_value=1,
        max_value=500,
        required=False,
        help_text="Leave it empty where everybody fits in. When it is full, people wait and move up.",
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    trainer = forms.ChoiceField(label="Trainer", required=False)
    second_trainer = forms.ChoiceField(label="Second trainer", required=False)
    also = ModulesField(label="Also in this session", queryset=None, required=False)

    def __init__(self, *args, modules, trainers, **kwargs):
        super().__init__(*args, **kwargs)
        self.trainers = {str(key): user for key, user in trainers.items()}
        self.fields["module"].queryset = self.fields["also"].queryset = modules
        people = [(key, user.name) for key, user in self.trainers.items()]
        self.fields["trainer"].choices = [("", "Not decided yet"), *people]
        self.fields["second_trainer"].choices = [("", "Nobody"), *people]

    def clean(self):
        given = super().clean()
        if given.get("trainer") and given.get("trainer") == given.get("second_trainer"):
            self.add_error("second_trainer", "Choose two different people.")
        return given

    def session(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        people = {name: self.trainers.get(given[name]) for name in ("trainer", "second_trainer")}
        starts_at = timezone.make_aware(datetime.combine(given["day"], given["time"]))
        rest = {name: given[name] for name in ("module", "place", "places")}
        return {**rest, **people, "starts_at": starts_at, "also": list(given["also"])}


def typed_of(session) -> dict:
    """A planned session as the form shows it."""
    at = timezone.localtime(session.starts_at)
    return {
        "module": session.module_id,
        "day": at.date(),
        "time": at.strftime("%H:%M"),
        "place": session.place,
        "places": session.places,
        "trainer": str(session.trainer_id or ""),
        "second_trainer": str(session.second_trainer_id or ""),
        "also": list(session.also.all()),
    }


class AttendanceBookForm(KitForm):
    """Tick whoever gets a place."""

    volunteers = forms.ModelMultipleChoiceField(
        label="Give a place to", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    mentor = forms.ModelChoiceField(
        label="Or a mentor who hears it again", queryset=None, required=False, empty_label="Nobody"
    )

    def __init__(self, *args, to_book, mentors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].queryset = to_book
        self.fields["mentor"].queryset = mentors

    def clean(self):
        given = super().clean()
        if not self.chosen(given):
            raise forms.ValidationError("Tick whoever gets a place.")
        return given

    def chosen(self, given) -> list:
        return [*(given.get("volunteers") or []), *([given["mentor"]] if given.get("mentor") else [])]


class AttendanceMarkForm(KitForm):
    """The register: one line each, large enough for a thumb. Whoever keeps it cannot mark themselves."""

    def __init__(self, *args, places, marker=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = list(places)
        for place in self.places:
            mine = marker is not None and place.volunteer.user_id == marker.pk
            self.fields[str(place.pk)] = forms.ChoiceField(
                label=place.volunteer.name,
                choices=MARKS,
                initial=place.outcome,
                disabled=mine,
                help_text="Somebody else marks you." if mine else "",
                widget=forms.RadioSelect(attrs={"kind": "choices-row"}),
            )

    def outcomes(self) -> dict:
        return {place.pk: self.cleaned_data[str(place.pk)] for place in self.places}


class AttendanceWalkInForm(KitForm):
    """Somebody who came without a place."""

    volunteer = forms.ModelChoiceField(label="Who came as well?", queryset=None, empty_label="Choose somebody")

    def __init__(self, *args, walk_ins, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteer"].queryset = walk_ins
