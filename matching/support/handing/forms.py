"""Who takes what, and what they should know: a choice and a note for each thing, and one choice for all the rest."""

from django import forms

from matching.support.handing.actions import Part
from matching.support.handing.things import may_take
from mentoring.web.forms import KitForm

NOTE = {"rows": 2}


class HandoverMakeForm(KitForm):
    to_all = forms.ChoiceField(label="Who takes it, where nothing else is said?", required=False)

    def __init__(self, *args, things, takers, by_name: bool, **kwargs):
        self.things = things
        self.takers = {str(person.pk): (person, roles) for person, roles in takers.items()}
        super().__init__(*args, **kwargs)
        everybody = [(key, person.name) for key, (person, _) in self.takers.items()]
        self.fields["to_all"].choices = [("", "Say it for each"), *everybody]
        for thing in things:
            able = [
                (key, person.name) for key, (person, roles) in self.takers.items() if may_take(thing, person, roles)
            ]
            words = thing.words(by_name)
            self.fields[f"to_{thing.key}"] = forms.ChoiceField(
                label=f"Who takes {words}?", required=False, choices=[("", "As above"), *able]
            )
            self.fields[f"note_{thing.key}"] = forms.CharField(
                label="What should they know?", required=False, max_length=2000, widget=forms.Textarea(attrs=NOTE)
            )
            self.fields[f"note_{thing.key}"].widget.attrs["aria-label"] = f"What should they know about {words}?"

    def rows(self, by_name: bool) -> list[tuple]:
        """(words, what goes with it, choice, note) of each thing, in turn."""
        return [
            (thing.words(by_name), ", ".join(thing.also), self[f"to_{thing.key}"], self[f"note_{thing.key}"])
            for thing in self.things
        ]

    def clean(self):
        cleaned = super().clean()
        parts = {}
        for thing in self.things:
            key = cleaned.get(f"to_{thing.key}") or cleaned.get("to_all")
            person, roles = self.takers.get(key, (None, ()))
            if person is None or not may_take(thing, person, roles):
                self.add_error(
                    f"to_{thing.key}", "Choose who takes this." if person is None else "Choose somebody else."
                )
            else:
                parts[thing.key] = Part(person, cleaned.get(f"note_{thing.key}", ""))
        cleaned["parts"] = parts
        return cleaned


class MatchHandOverForm(KitForm):
    taken_by = forms.ChoiceField(label="Who looks after them from now on?")
    note = forms.CharField(
        label="What should they know?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["taken_by"].choices = [(key, person.name) for key, person in self.people.items()]

    def clean_taken_by(self):
        return self.people[self.cleaned_data["taken_by"]]
