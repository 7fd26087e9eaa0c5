"""What somebody needs to learn next."""

from django import forms

from mentoring.web.forms import KitForm
from schemes.training.models import Module


class TrainingNeedForm(KitForm):
    topic = forms.ChoiceField(label="What about?", choices=[("", "Choose"), *Module.Topic.choices])
    words = forms.CharField(
        label="In a line, if you like", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Trainers whose course they come to, co-ordinators, their supervisor and they themselves read it.",
    )  # fmt: skip
