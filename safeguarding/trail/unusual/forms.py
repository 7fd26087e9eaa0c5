"""What came of asking."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.trail.unusual.models import LookAnswer


class LookAnswerForm(KitForm):
    outcome = forms.ChoiceField(label="What came of it?", choices=LookAnswer.Outcome.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label="What did they say, and how do you know?",
        help_text="Two lines are enough. It stays as it is: what comes of it later is written below it.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
