"""What is asked about a meeting with the co-ordinator there. Forms clean; actions write."""

from django import forms
from django.utils import timezone

from matching.pairing.meetings.checklist import FIRST_MEETING
from matching.pairing.models import Meeting
from matching.relationships.forms import clock_field, moment
from mentoring.accounts.models import User
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField

WORDS = {"rows": 3}


def talked_about_field(**kwargs) -> forms.MultipleChoiceField:
    ticks = [(key, words) for key, (words, _) in FIRST_MEETING.items()]
    return forms.MultipleChoiceField(choices=ticks, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


class MeetingPlanForm(KitForm):
    day = SayDateField(label="Which day?", future=True)
    time = clock_field()
    place_kind = forms.ChoiceField(
        label="What kind of place?",
        help_text="Never a home, and never a car.",
        choices=Meeting.PlaceKind.choices,
        widget=forms.RadioSelect,
    )
    place = forms.CharField(label="Where?", help_text="Both read this, so say how to find it.", max_length=120)
    staff = forms.ModelChoiceField(
        User.objects.none(), label="Who of us is there?", help_text="Both read the first name.", empty_label=None
    )
    also_there = forms.CharField(
        label="Anybody else?", help_text="For example “Jay’s key worker”. Both read this.", required=False,
        max_length=120,
    )  # fmt: skip

    def __init__(self, *args, staff, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = staff

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["planned_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned["planned_at"] < timezone.now():
                self.add_error("time", "This time has passed. Choose a later one.")
        return cleaned


class MeetingRecordForm(KitForm):
    """How it went; the checklist stands only on the first meeting."""

    outcome = BigChoiceField(label="Did they meet?", choices=[("held", "Yes, they met"), ("not-held", "No")])
    day = SayDateField(label="Which day?")
    time = clock_field()
    talked_about = talked_about_field(
        label="What was talked about?", help_text="What you leave empty stays on the page of the match, to be done."
    )
    why_not = forms.CharField(
        label="If they did not meet, why?",
        help_text="Only staff who may read this match see it.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(WORDS),
    )

    def __init__(self, *args, is_first: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_first:
            del self.fields["talked_about"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["met_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned.get("outcome") == Meeting.Outcome.HELD and cleaned["met_at"] > timezone.now():
                self.add_error("time", "This time has not come yet. Check the day and the time.")
        if cleaned.get("outcome") == Meeting.Outcome.NOT_HELD and not cleaned.get("why_not", "").strip():
            self.add_error("why_not", "Say in a few words why they did not meet.")
        return cleaned


class TalkedAboutForm(KitForm):
    talked_about = talked_about_field(label="What has been talked about since?")

    def __init__(self, *args, already, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["talked_about"]
        field.choices = [(key, words) for key, words in field.choices if key not in already]
