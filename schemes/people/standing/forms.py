"""The form of the limits: a number beside each stage, and what is usual under it."""

from django import forms

from mentoring.web.forms import KitForm
from schemes.people.standing.limits import LIMITS, key_of, limit_problem

NUMBER = {"class": "short", "inputmode": "numeric"}


class StageLimitsForm(KitForm):
    """`labels`: {(way, stage): what the stage is called}; `late`: how many stand there too long."""

    def __init__(self, *args, labels, late, **kwargs):
        super().__init__(*args, **kwargs)
        for (way, stage), limit in LIMITS.items():
            hint = f"Usual: {limit.days}."
            if late[way, stage]:
                hint += f" {late[way, stage]} there too long now."
            self.fields[key_of(way, stage)] = forms.IntegerField(
                label=labels[way, stage],
                help_text=hint,
                required=False,
                min_value=0,
                widget=forms.NumberInput(attrs=NUMBER),
            )

    def clean(self):
        cleaned = super().clean()
        for (way, stage), number in self.days(cleaned).items():
            problem = limit_problem(way, stage, number)
            if problem:
                self.add_error(key_of(way, stage), problem)
        return cleaned

    def days(self, said) -> dict[tuple[str, str], int]:
        """What was said; a field left empty means the usual days."""
        found = {}
        for key, limit in LIMITS.items():
            name = key_of(*key)
            if name in said:
                found[key] = limit.days if said[name] is None else said[name]
        return found
