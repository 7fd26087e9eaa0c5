"""What people choose when two records become one."""

from django import forms

from mentoring.web.forms import KitForm
from schemes.people.merging.sides import BOTH, GONE, KEPT, Side

SHOWN = 160  # letters of a long text in a choice; the whole stands in the table above it


class PersonMergeForm(KitForm):
    """One question for each field that differs. What may be done with somebody (a yes or no) is never preselected."""

    def __init__(self, *args, sides: list[Side], **kwargs):
        super().__init__(*args, **kwargs)
        for side in sides:
            if side.asks:
                self.fields[side.name] = self._question(side)

    @staticmethod
    def _question(side: Side) -> forms.ChoiceField:
        choices = list(zip((KEPT, GONE), (words[:SHOWN] for words in side.words), strict=True))
        return forms.ChoiceField(
            label=side.label,
            choices=choices + [(BOTH, "Both")] * side.both,
            widget=forms.RadioSelect,
            initial=None if isinstance(side.kept, bool) else BOTH if side.both else KEPT,
            error_messages={"required": "Choose which one is right."},
        )
