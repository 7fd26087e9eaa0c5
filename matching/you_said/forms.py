"""Two short sentences."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm


class YouSaidForm(KitForm):
    said = forms.CharField(
        label=_("You said"),
        help_text=_("What several young people told you. Nothing that points at one of them."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    did = forms.CharField(
        label=_("We did"),
        help_text=_("What is different now; or why it can’t be, honestly."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
