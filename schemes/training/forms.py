"""What is written about courses, sessions and suitability."""

from datetime import datetime

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, KitModelForm, SayDateField
from schemes.training.models import Attendance, Course, Module, SuitabilityReview


class CourseAddForm(KitModelForm):
    class Meta:
        model = Course
        fields = ("title",)


class ModuleAddForm(KitModelForm):
    hours = forms.DecimalField(label="Hours", min_value=0.5, max_value=40, max_digits=4, decimal_places=1)

    class Meta:
        model = Module
        fields = ("topic", "hours", "is_required")


class TrainingSessionAddForm(KitForm):
    """One module on one day."""

    module = forms.ModelChoiceField(label="Module", queryset=None, empty_label="Choose one")
    day = SayDateField(label="Day")
    time = forms.TimeField(
        label="Time",
        input_formats=["%H:%M", "%H.%M", "%I.%M %p", "%I:%M %p", "%I %p", "%I%p", "%I.%M%p", "%H"],
        help_text="For example 18:30 or 6.30 pm.",
        widget=forms.TextInput(attrs={"class": "short"}),
        error_messages={"invalid": "Write the time like 18:30 or 6.30 pm."},
    )
    place = forms.CharField(label="Place", max_length=120)
    trainer = forms.ChoiceField(label="Trainer", required=False)

    def __init__(self, *args, modules, trainers, **kwargs):
        super().__init__(*args, **kwargs)
        self.trainers = {str(key): user for key, user in trainers.items()}
        self.fields["module"].queryset = modules
        self.fields["trainer"].choices = [
            ("", "Not decided yet"),
            *((key, user.name) for key, user in self.trainers.items()),
        ]

    def session(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(given["day"], given["time"]))
        trainer = self.trainers.get(given["trainer"])
        return {"module": given["module"], "starts_at": starts_at, "place": given["place"], "trainer": trainer}


class AttendanceBookForm(KitForm):
    """Tick whoever gets a place."""

    volunteers = forms.ModelMultipleChoiceField(
        label="Give a place to", queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, to_book, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].queryset = to_book


class AttendanceMarkForm(KitForm):
    """The register: one line each, large enough for a thumb."""

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = list(places)
        for place in self.places:
            self.fields[str(place.pk)] = forms.ChoiceField(
                label=place.volunteer.name,
                choices=Attendance.State.choices,
                initial=place.outcome,
                widget=forms.RadioSelect,
            )

    def outcomes(self) -> dict:
        return {place.pk: self.cleaned_data[str(place.pk)] for place in self.places}


class SuitabilityReviewWriteForm(KitModelForm):
    outcome = forms.ChoiceField(
        label="What do you think?", choices=SuitabilityReview.Outcome.choices, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label="Why?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What you saw and heard in training and since. They may read this one day.",
    )
    peer_ready = forms.CharField(
        label="For a peer mentor: ready, willing and able?",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="How mature; how far their own situation is from the young person’s; whether what they share still "
        "fits. It is about reflection, not about how long ago it was.",
    )

    class Meta:
        model = SuitabilityReview
        fields = ("outcome", "reasons", "peer_ready")

    def __init__(self, *args, is_peer=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_peer:
            del self.fields["peer_ready"]
