"""The form of a rhythm: a mistake stands beside the interval it is about."""

from django import forms

from matching.supervision.rhythm import Rhythm, rhythm_problems
from mentoring.web.forms import KitForm, SayDateField

NUMBER = {"class": "short", "inputmode": "numeric"}


def days(label: str, hint: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=hint, min_value=0, max_value=366, widget=forms.NumberInput(attrs=NUMBER)
    )


class SupervisionRhythmForm(KitForm):
    every_days = days("One to one: days between", "42 is every six weeks. At least once a quarter.")
    peer_every_days = days("Peer mentors, one to one: days between", "28 is every four weeks. At least once a month.")
    group_every_days = days("In a group: days between", "91 is once a quarter. 0 where there is no group.")
    peer_group_every_days = days("Peer mentors, in a group: days between", "0 where they have no group of their own.")
    from_on = SayDateField(label="From which day?", future=True)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            for name, problem in rhythm_problems(self.rhythm()).items():
                self.add_error(name, problem)
        return cleaned

    def rhythm(self) -> Rhythm:
        said = self.cleaned_data
        return Rhythm(**{name: said[name] for name in Rhythm.__dataclass_fields__})
