"""Who may read what, field by field (R8). The fields of the form are the fields of `schemes.people.sharing`."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm
from schemes.people.sharing import FIELDS, LEVELS, NOBODY, values_of

NOTHING = _("Nothing written yet")


class SharingForm(KitForm):
    """`staff` adds the word that the young person said it themselves."""

    with_them = forms.BooleanField(
        label=_("They decided this themselves, and saw what a mentor would read"),
        error_messages={"required": _("Only they decide this. Look at it together first.")},
    )

    def __init__(self, *args, person, today, staff: bool, **kwargs):
        kwargs.setdefault("initial", {key: person.shares.get(key, NOBODY) for key in FIELDS})
        super().__init__(*args, **kwargs)
        values = values_of(person, today)
        for key, field in FIELDS.items():
            self.fields[key] = forms.ChoiceField(
                label=field.mine,
                help_text=_short(values[key]) or NOTHING,
                choices=[(level, LEVELS[level]) for level in field.levels],
                widget=forms.RadioSelect,
            )
        self.order_fields([*FIELDS, "with_them"])
        if not staff:
            del self.fields["with_them"]

    def shares(self) -> dict:
        return {key: self.cleaned_data[key] for key in FIELDS}

    def tried(self) -> dict:
        """What is ticked now, for the preview, whether it was sent or not."""
        if self.is_bound and self.is_valid():
            return self.shares()
        return {key: self.data.get(key, "") if self.is_bound else self.initial.get(key, NOBODY) for key in FIELDS}


def _short(words: str) -> str:
    return f"{words[:117]}…" if len(words) > 118 else words
