"""What matching's page asks for when it hands a pair to this room."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField

BOX = {"rows": 5}


class RiskAssessmentForm(KitForm):
    """Both sides of a pair (L8), in the words of the person who knows them."""

    mentor_side = forms.CharField(
        label="On the mentor’s side",
        help_text="What could go wrong, for whom, and what makes it less likely. Think of time, distance, triggers.",
        widget=forms.Textarea(BOX),
    )
    young_person_side = forms.CharField(
        label="On the young person’s side",
        help_text="What could go wrong, for whom, and what makes it less likely. Ask them what they think.",
        widget=forms.Textarea(BOX),
    )
    meeting_safely = forms.CharField(
        label="Where and how they meet safely",
        help_text="Places, times, how each gets home, who knows about it, whom they ring.",
        widget=forms.Textarea(BOX),
    )
    review_on = SayDateField(label="Look again on", future=True)


class RiskSendBackForm(KitForm):
    why = forms.CharField(
        label="What is missing?",
        help_text="The person who wrote it reads this.",
        widget=forms.Textarea({"rows": 3}),
    )
