"""The form of a reference for a mentor."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm

#: First words, to be made this mentor's own.
FIRST_WORDS = (
    "{name} has been a volunteer mentor with us since {since}.\n\n"
    "A mentor meets a young person leaving care, often every week, listens, and keeps to what was agreed. {name} was "
    "reliable, warm and clear about limits, took part in training and supervision, and was trusted.\n\n"
    "We were glad to have {name} with us, and would gladly work with them again."
)


class MentorReferenceForm(KitForm):
    words = forms.CharField(
        label=_("What do you say of them?"),
        help_text=_(
            "They download it and show it to whoever they like. No names of young people, and nothing of their lives."
        ),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
