"""What is asked of somebody who writes only for themselves: nothing but the words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm


class DiaryForm(KitForm):
    words = forms.CharField(
        label=_("Write what you like"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
    )
