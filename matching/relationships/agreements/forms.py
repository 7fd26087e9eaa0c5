"""Forms of the agreement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.relationships.forms import TIMES
from matching.relationships.models import Agreement
from mentoring.web.forms import KitForm, KitModelForm, SayDateField

#: Sensible first words, to be changed with the two (L5: only through agreed channels, with hours).
FIRST_WORDS = {
    "when_where": "Once a week, in a public place we both like.",
    "every_days": 7,
    "channels": "Texts and calls. No social media.",
    "channels_seen_by": "Only us two. Staff, if somebody is worried.",
    "money": "We lend each other no money. The scheme pays for a coffee. A card for a birthday is fine.",
    "boundaries": "We are on time, or we say so. What we say stays between us, but not if somebody is in danger. "
    "No visits at home, no lifts.",
    "when_worried": "We say it to each other, or to the co-ordinator. In danger: call 999 first.",
}


class AgreementForm(KitModelForm):
    """R7, L5: length, rhythm, when and where, channels and hours, money, boundaries, what if somebody worries."""

    PARTS = (
        ("How we meet", ("purpose", "when_where", "every_days", "length_weeks")),
        ("Between times", ("channels", "contact_from", "contact_until", "channels_seen_by", "writes_here")),
        ("So that it is fair and safe", ("money", "boundaries", "when_worried", "limits_told_on")),
    )

    limits_told_on = SayDateField(
        label=_("When did you talk about what can’t be kept private?"),
        help_text=_("If somebody is in danger, it is passed on. Say so before anything else. For example “yesterday”."),
        past=True,
    )

    class Meta:
        model = Agreement
        fields = [
            "purpose", "when_where", "every_days", "length_weeks", "channels", "contact_from", "contact_until",
            "channels_seen_by", "writes_here", "money", "boundaries", "when_worried", "limits_told_on",
        ]  # fmt: skip
        labels = {
            "purpose": "What is it for?",
            "when_where": "When and where do we meet?",
            "every_days": "Every how many days?",
            "length_weeks": "For how many weeks?",
            "channels": "How do we keep in touch between times?",
            "contact_from": "Not before",
            "contact_until": "Not after",
            "channels_seen_by": "Who else can see it?",
            "writes_here": "We can also write to each other here",
            "money": "What about money and presents?",
            "boundaries": "What will we do, and what won’t we?",
            "when_worried": "What if one of us is worried?",
        }
        help_texts = {
            "purpose": "In the young person’s own words.",
            "every_days": "7 is once a week.",
            "length_weeks": "Leave it empty if you don’t want to say yet.",
            "channels": "Which apps or calls. Only these.",
            "contact_from": "The hours in which you may ring or write to each other. For example 9:00.",
            "contact_until": "For example 20:00.",
            "writes_here": "Nobody needs the other’s number for it. Staff read it only if somebody is worried.",
            "money": "Who pays for a coffee? What about birthdays?",
            "boundaries": "Visits, lifts, friends, being late.",
        }
        widgets = {
            "every_days": forms.NumberInput(attrs={"class": "short", "min": 1, "max": 90}),
            "length_weeks": forms.NumberInput(attrs={"class": "short", "min": 1, "max": 260}),
            "contact_from": forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "short"}),
            "contact_until": forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "short"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("contact_from", "contact_until"):
            self.fields[name].input_formats = TIMES
        self.fields["purpose"].required = True
        self.fields["purpose"].error_messages["required"] = "Please fill this in."

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("contact_from"), cleaned.get("contact_until")
        if first and last and first >= last:
            self.add_error("contact_until", _("This is earlier than the hour you begin. Check the two."))
        return cleaned

    def clean_every_days(self):
        days = self.cleaned_data["every_days"]
        if not 1 <= days <= 90:
            raise forms.ValidationError(_("Choose between 1 and 90 days."))
        return days


class ChangeForm(KitForm):
    words = forms.CharField(
        label=_("What would you like to change?"),
        help_text=_("Just say it in your own words."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
