"""What staff write while they recruit: interviews and campaigns (S9)."""

from django import forms

from mentoring.web.forms import KitForm, KitModelForm, SayDateField
from schemes.recruitment.criteria import CRITERIA, SCORES
from schemes.recruitment.models import Campaign, Interview


class InterviewRecordForm(KitForm):
    """Two interviewers score the same criteria, then agree on one outcome."""

    held_on = SayDateField(label="When was it?", past=True)
    second_interviewer = forms.CharField(label="Who interviewed with you?", max_length=120)
    outcome = forms.ChoiceField(
        label="What did you decide together?", choices=Interview.Outcome.choices, widget=forms.RadioSelect
    )
    notes = forms.CharField(
        label="Notes",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Facts and their own words. They may read this one day.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for who, label in (("first", "You"), ("second", "The second interviewer")):
            for key, words in CRITERIA.items():
                self.fields[f"{who}_{key}"] = forms.TypedChoiceField(
                    label=f"{label}: {words}",
                    choices=SCORES,
                    coerce=int,
                    widget=forms.RadioSelect,
                    error_messages={"required": "Give a score from 1 to 5."},
                )
        self.order_fields(["held_on", "second_interviewer", *self._scores(), "outcome", "notes"])

    def _scores(self) -> list[str]:
        return [f"{who}_{key}" for key in CRITERIA for who in ("first", "second")]

    def scores(self, who: str) -> dict[str, int]:
        """{"motivation": 4, …} of the first or the second interviewer."""
        return {key: self.cleaned_data[f"{who}_{key}"] for key in CRITERIA}


class CampaignAddForm(KitModelForm):
    """One way volunteers are asked."""

    began_on = SayDateField(label="When did it begin?")

    class Meta:
        model = Campaign
        fields = ("channel", "began_on", "cost")
        help_texts = {"channel": "For example: local radio, university fair, a friend told them.", "cost": "0 is fine."}
        widgets = {"cost": forms.TextInput(attrs={"inputmode": "decimal", "class": "short"})}

    def clean_cost(self):
        cost = self.cleaned_data["cost"]
        if cost is not None and cost < 0:
            raise forms.ValidationError("A cost cannot be less than nothing.")
        return cost
