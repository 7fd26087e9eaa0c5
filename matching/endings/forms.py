"""Forms of an ending."""

from django import forms

from matching.endings.models import Ending
from mentoring.web.forms import BigChoiceField, KitForm, KitModelForm, SayDateField


class EndingBeginForm(KitForm):
    why = forms.CharField(
        label="Why is it coming to an end?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staff who may read this match see it. The two are told only that it is coming to an end.",
    )


class EndingForm(KitModelForm):
    """The formal ending, kept as far as it is known."""

    last_contact_on = SayDateField(label="Last time they were in touch", required=False, past=True)
    meeting_on = SayDateField(label="Meeting with the co-ordinator held on", required=False, past=True)
    letter_sent_on = SayDateField(label="Letter sent on", required=False, past=True)

    class Meta:
        model = Ending
        fields = [
            "planned", "reason", "reason_words", "last_contact_on", "way", "meeting_on", "letter", "letter_sent_on",
            "mentee_reflection", "mentor_reflection", "what_next",
        ]  # fmt: skip
        help_texts = {"letter": "“Dear …,” stands above it already, and the scheme’s name below."}
        widgets = {
            "planned": forms.RadioSelect,
            "way": forms.RadioSelect,
            "reason_words": forms.Textarea(attrs={"rows": 2}),
            "letter": forms.Textarea(attrs={"rows": 8}),
            "mentee_reflection": forms.Textarea(attrs={"rows": 3}),
            "mentor_reflection": forms.Textarea(attrs={"rows": 3}),
            "what_next": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("planned", "way"):
            self.fields[name].choices = [(value, label) for value, label in self.fields[name].choices if value]


class ReviewSignForm(KitForm):
    learned = forms.CharField(
        label="What did we learn?",
        help_text="What to do otherwise next time: in choosing, in the first weeks, in supervision. Whoever looks for "
        "the next mentor reads it. Leave out what would hurt either of the two.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ConflictDecideForm(KitForm):
    goes_on = BigChoiceField(
        label="What happens?",
        choices=[
            ("no", "It comes to an end, with a formal ending"),
            ("yes", "They go on: it is safe and both want it"),
        ],
    )
    because = forms.CharField(
        label="Why?",
        help_text="Staff who may read this match see it. The two do not.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RematchForm(KitForm):
    """In their own time, and never why."""

    answer = BigChoiceField(
        label="What would you like?",
        choices=[("yes", "Yes, I’d like another mentor"), ("not-now", "Not now"), ("never", "No, thank you")],
    )


class ReflectionForm(KitForm):
    words = forms.CharField(
        label="What was it like?",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Your own words. You can leave it.",
    )
