"""What staff write about a campaign (S9)."""

from django import forms

from mentoring.web.forms import KitModelForm, SayDateField
from schemes.recruitment.models import Campaign


class CampaignAddForm(KitModelForm):
    """One way volunteers are asked."""

    began_on = SayDateField(label="When did it begin?")

    class Meta:
        model = Campaign
        fields = ("channel", "began_on", "cost", "poster_words")
        help_texts = {
            "channel": "For example: local radio, university fair, a friend told them.",
            "cost": "0 is fine.",
            "poster_words": "Two or three lines above the square to scan. Left empty, we write some.",
        }
        widgets = {
            "cost": forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
            "poster_words": forms.Textarea(attrs={"rows": 3}),
        }

    def clean_cost(self):
        cost = self.cleaned_data["cost"]
        if cost is not None and cost < 0:
            raise forms.ValidationError("A cost cannot be less than nothing.")
        return cost


class CampaignEditForm(CampaignAddForm):
    """The same, and the day it ended."""

    ended_on = SayDateField(label="When did it end?", required=False, help_text="Leave it empty while it runs.")

    class Meta(CampaignAddForm.Meta):
        fields = ("channel", "began_on", "ended_on", "cost", "poster_words")

    def clean(self):
        answers = super().clean() or self.cleaned_data
        began, ended = answers.get("began_on"), answers.get("ended_on")
        if began and ended and ended < began:
            self.add_error("ended_on", "It ended before it began. Check the two days.")
        return answers
