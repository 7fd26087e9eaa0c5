"""A line for the next supervision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm


class SupervisionPointForm(KitForm):
    words = forms.CharField(
        label=_("What do you want to talk about?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write a line.")},
    )  # fmt: skip
