"""Forms of the agreement."""

from django import forms

from matching.relationships.models import Agreement
from mentoring.web.forms import KitForm, KitModelForm, SayDateField

#: Sensible first words, to be changed with the two (L5: only through agreed channels, with hours).
FIRST_WORDS = {
    "when_where": "Once a week, in a public place we both like.",
    "every_days": 7,
    "channels": "Texts and calls between 9 am and 8 pm. No social media.",
    "boundaries": "We are on time, or we say so. What we say stays between us, but not if somebody is in danger. "
    "No money, no big presents, no visits at home.",
    "when_worried": "We say it to each other, or to the co-ordinator. In danger: call 999 first.",
}


class AgreementForm(KitModelForm):
    """R7: length, rhythm, when and where, channels, boundaries, what happens when somebody worries."""

    limits_told_on = SayDateField(
        label="When did you talk about what can’t be kept private?",
        help_text="If somebody is in danger, it is passed on. Say so before anything else. For example “yesterday”.",
        past=True,
    )

    class Meta:
        model = Agreement
        fields = [
            "purpose", "when_where", "every_days", "length_weeks", "channels", "boundaries", "when_worried",
            "limits_told_on",
        ]  # fmt: skip
        labels = {
            "purpose": "What is it for?",
            "when_where": "When and where do we meet?",
            "every_days": "Every how many days?",
            "length_weeks": "For how many weeks?",
            "channels": "How do we keep in touch between times?",
            "boundaries": "What will we do, and what won’t we?",
            "when_worried": "What if one of us is worried?",
        }
        help_texts = {
            "purpose": "In the young person’s own words.",
            "every_days": "7 is once a week.",
            "length_weeks": "Leave it empty if you don’t want to say yet.",
            "channels": "Which apps or calls, and in which hours. Only these.",
            "boundaries": "Money, presents, lifts, social media.",
        }
        widgets = {
            "every_days": forms.NumberInput(attrs={"class": "short", "min": 1, "max": 90}),
            "length_weeks": forms.NumberInput(attrs={"class": "short", "min": 1, "max": 260}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].required = True
        self.fields["purpose"].error_messages["required"] = "Please fill this in."

    def clean_every_days(self):
        days = self.cleaned_data["every_days"]
        if not 1 <= days <= 90:
            raise forms.ValidationError("Choose between 1 and 90 days.")
        return days


class ChangeForm(KitForm):
    words = forms.CharField(
        label="What would you like to change?",
        help_text="Just say it in your own words.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
