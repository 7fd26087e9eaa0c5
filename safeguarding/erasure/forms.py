"""Asking to be forgotten, deciding what stays, and what stops it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.erasure.models import Erasure
from safeguarding.records.forms import OfSchemeForm

Reason, Way = Erasure.Reason, Erasure.Way
GOES = "goes"
REFERENCE = "Their reference (V-… or Y-…), e-mail or whole name."


class ErasureAskForm(OfSchemeForm):
    words = forms.CharField(
        label=_("Is there something you want to tell us about it?"),
        help_text=_("You can leave this empty."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


class ErasureLogForm(KitForm):
    """Somebody asked in another way, or its time is over."""

    person = forms.CharField(label="Who is it about?", help_text=REFERENCE, max_length=200)
    way = forms.ChoiceField(label="How did they ask?", choices=[one for one in Way.choices if one[0] != Way.PORTAL])
    asked_on = SayDateField(label="When did they ask?", past=True)
    words = forms.CharField(
        label="What did they ask for?", required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )


class ErasureDecideForm(KitForm):
    """For each class that no law keeps: it goes, or it stays and why."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        for line in lines:
            if not line.law and not line.keep.silent:
                self.fields[line.keep.key] = forms.ChoiceField(
                    label=line.keep.name, choices=[(GOES, "Goes"), *Reason.choices], initial=GOES
                )

    def as_said(self) -> dict:
        return {"stays": {key: reason for key, reason in self.cleaned_data.items() if reason != GOES}}


class ErasureRefuseForm(KitForm):
    because = forms.CharField(
        label="Why is it not done?", help_text="They read it on their page.", max_length=2000, widget=forms.Textarea
    )


class LegalHoldPlaceForm(KitForm):
    person = forms.CharField(label="Who is it about?", help_text=REFERENCE, max_length=200)
    reason = forms.CharField(
        label="What is it for?",
        help_text="An inquiry, a claim, a complaint. Managers and safeguarding leads read it, and nobody else.",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
    review_on = SayDateField(label="When do you look again?")


class LegalHoldEndForm(KitForm):
    because = forms.CharField(label="Why does it end?", max_length=2000, widget=forms.Textarea({"rows": 4}))
