"""One step, for anyone: what happened first, everything else may stay empty."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from safeguarding.concerns.body_map import CHOICES

AROSE_AT = re.compile(r"[a-z_]+\.[a-z_]+:[0-9a-f-]{36}")


def box(rows=4):
    return forms.Textarea({"rows": rows})


class ConcernRaiseForm(KitForm):
    scheme = forms.ChoiceField(label=_("Which scheme is it about?"))
    danger = BigChoiceField(
        label=_("Is anybody in danger, as far as you know?"),
        choices=[("yes", _("Yes, or it could be soon")), ("no", _("No"))],
        help_text=_("If you are not sure, say yes."),
    )
    happened = forms.CharField(
        label=_("What happened?"),
        help_text=_("What you saw or heard yourself. Short is fine."),
        max_length=10000,
        widget=box(6),
    )
    about_words = forms.CharField(
        label=_("Who is it about?"), help_text=_("Names, if you know them."), required=False, max_length=1000
    )
    about_users = forms.MultipleChoiceField(
        label=_("Is it about somebody who works for the scheme?"),
        help_text=_("Tick them, and they will not be able to see this."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    happened_on = SayDateField(label=_("When was it?"), required=False, past=True)
    own_words = forms.CharField(
        label=_("What did the young person say, in their own words?"), required=False, max_length=10000, widget=box()
    )
    opinion = forms.CharField(label=_("What do you think about it?"), required=False, max_length=10000, widget=box())
    body_marks = forms.MultipleChoiceField(
        label=_("Where on the body?"),
        help_text=_("Only what you saw, or were shown. Please take no photographs."),
        required=False,
        choices=CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )
    done_so_far = forms.CharField(label=_("What have you done so far?"), required=False, max_length=10000, widget=box())
    arose_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, schemes, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.schemes = {str(scheme.pk): scheme for scheme in schemes}
        self.people = {str(user.pk): user for user in people}
        if len(self.schemes) == 1:
            del self.fields["scheme"]
        else:
            self.fields["scheme"].choices = [
                ("", _("Choose…")),
                *((key, one.name) for key, one in self.schemes.items()),
            ]
        if self.people:
            self.fields["about_users"].choices = [(key, user.name) for key, user in self.people.items()]
        else:
            del self.fields["about_users"]

    def clean_arose_at(self):
        """A reference that is not one is left out: nobody is stopped by it."""
        found = self.cleaned_data["arose_at"]
        return found if AROSE_AT.fullmatch(found) and len(found) <= 90 else ""

    def as_told(self) -> dict:
        """What `concern_raise` takes."""
        told = dict(self.cleaned_data)
        chosen = told.pop("scheme", None)
        told["scheme"] = self.schemes[chosen] if chosen else next(iter(self.schemes.values()))
        told["immediate_danger"] = told.pop("danger") == "yes"
        told["about_users"] = [self.people[key] for key in told.pop("about_users", [])]
        return told
