"""The words that may go with three taps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm


class PulseWordsForm(KitForm):
    words = forms.CharField(
        label=_("Want to say more?"),
        help_text=_("You don’t have to."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
