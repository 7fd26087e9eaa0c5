"""How somebody wants to hear. What they have to know comes whatever they choose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.notices.hearing.models import FIRST_HOUR, LAST_HOUR, Hearing
from mentoring.web.forms import KitForm, UkPhoneField


def clock(hour: int) -> str:
    """ "8:00", as a telephone shows it."""
    return f"{hour}:00"


def hours(first: int, last: int) -> list[tuple[int, str]]:
    return [(hour, clock(hour)) for hour in range(first, last + 1)]


class HearingForm(KitForm):
    way = forms.ChoiceField(
        label=_("How shall we tell you?"),
        choices=Hearing.Way.choices,
        widget=forms.RadioSelect,
        help_text=_("What cannot wait comes by every way we have."),
    )
    telephone = UkPhoneField(
        label=_("Your mobile number"),
        required=False,
        help_text=_("A text says only that there is something to look at. It names nobody."),
    )
    rhythm = forms.ChoiceField(label=_("How often?"), choices=Hearing.Rhythm.choices, widget=forms.RadioSelect)
    earliest = forms.TypedChoiceField(
        label=_("Not before"), coerce=int, choices=hours(FIRST_HOUR, LAST_HOUR - 1), widget=forms.Select
    )
    latest = forms.TypedChoiceField(
        label=_("Not after"), coerce=int, choices=hours(FIRST_HOUR + 1, LAST_HOUR), widget=forms.Select
    )
    sent = forms.MultipleChoiceField(
        label=_("What else shall we send?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What you leave out still stands in “What we told you”."),
    )

    def __init__(self, *args, rules, can_text, **kwargs):
        super().__init__(*args, **kwargs)
        self.rules = rules
        self.fields["sent"].choices = [(rule.name, rule.words) for rule in rules]
        if not rules:
            del self.fields["sent"]
        if not can_text:
            del self.fields["telephone"]
            self.fields["way"].choices = [way for way in Hearing.Way.choices if way[0] != Hearing.Way.TEXT]

    def clean(self):
        found = super().clean()
        if found.get("way") == Hearing.Way.TEXT and not found.get("telephone") and "telephone" not in self.errors:
            self.add_error("telephone", _("Write down the number, or choose another way."))
        if {"earliest", "latest"} <= found.keys() and found["latest"] <= found["earliest"]:
            self.add_error("latest", _("Choose an hour after the first one."))
        return found

    def as_written(self) -> dict:
        """What is kept: which rules are left out, in place of which are sent."""
        found = dict(self.cleaned_data)
        sent = found.pop("sent", [])
        return {**found, "muted": sorted(rule.name for rule in self.rules if rule.name not in sent)}


def as_shown(hearing: Hearing, rules) -> dict:
    """The form's first filling."""
    names = ("way", "telephone", "rhythm", "earliest", "latest")
    shown = {name: getattr(hearing, name) for name in names}
    return {**shown, "sent": [rule.name for rule in rules if rule.name not in hearing.muted]}
