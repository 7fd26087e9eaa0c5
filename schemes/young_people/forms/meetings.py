"""What is written down of a first meeting, on a phone, in the words of the young person (S10, L3)."""

from django import forms

from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from schemes.people.choices import WANTS, WHY_NOW
from schemes.people.forms import TicksField
from schemes.people.models import YoungPerson
from schemes.young_people.models import FirstMeeting

WORDS = {"rows": 3}


class FirstMeetingForm(KitForm):
    """One page. What the record already holds stands in it; what is left empty changes nothing."""

    held_on = SayDateField(label="When did you meet?", past=True)
    who_was_there = forms.CharField(
        label="Who was there?", max_length=200, help_text="First names and roles: Jay, his key worker Ann, me."
    )
    wants = forms.CharField(
        label="What do they want a mentor for?",
        required=False,
        max_length=3000,
        help_text="Their words, not yours. They can read this.",
        widget=forms.Textarea(WORDS),
    )
    wants_help_with = TicksField(label="A mentor could help with", options=WANTS)
    why_now_kinds = TicksField(label="Why now?", options=WHY_NOW)
    why_now = forms.CharField(
        label="Why now, in their words", required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    needs = forms.CharField(
        label="What would help them take part?",
        required=False,
        max_length=2000,
        help_text="Getting there, reading, hearing, food, faith, somebody to come along, times that never work.",
        widget=forms.Textarea(WORDS),
    )
    mentor_kind = BigChoiceField(
        label="Who would they like?", required=False, choices=[*YoungPerson.MentorKind.choices, ("", "Not said yet")]
    )
    contact_how = forms.ChoiceField(
        label="How do they like to be reached?", required=False, choices=YoungPerson.ContactHow.choices
    )
    contact_time = forms.CharField(label="When is a good time?", required=False, max_length=120)
    choice = BigChoiceField(label="What did they choose?", choices=FirstMeeting.Choice.choices)
    where_to = forms.CharField(
        label="Where did you point them to?",
        required=False,
        max_length=200,
        help_text="Only if something else fits better.",
    )

    MEETING = ("held_on", "who_was_there", "wants", "needs", "choice")
    PERSON = ("wants_help_with", "why_now_kinds", "why_now", "mentor_kind", "contact_how", "contact_time")

    def __init__(self, *args, already: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.already = already

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if answers.get("choice") == FirstMeeting.Choice.ELSEWHERE and not answers.get("where_to"):
            self.add_error("where_to", "Say where, so that whoever asks next knows.")
        return answers

    def meeting(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.MEETING}

    def person(self) -> dict:
        """What they said that the record does not hold already; an empty answer takes nothing away."""
        said = {name: self.cleaned_data[name] for name in self.PERSON if self.cleaned_data[name]}
        return {name: value for name, value in said.items() if value != self.already[name]}


def known(young_person) -> dict:
    """What the record holds, as the form begins with it."""
    return {name: getattr(young_person, name) for name in FirstMeetingForm.PERSON}
