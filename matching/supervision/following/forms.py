"""What was agreed: a line, who does it, by when. On the page of a supervision there is room for three."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from matching.supervision.following.actions import Todo
from mentoring.web.forms import KitForm, SayDateField

LINES = 3
#: What is agreed without a day is to be done within a fortnight.
USUAL_DAYS = 14
MENTOR = "mentor"


class WithTodos(KitForm):
    """A form with room for what was agreed. `people`: members of staff who could do it; `mentor`: whose it is else."""

    def __init__(self, *args, mentor, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people if person.pk != mentor.user_id}
        who = [(MENTOR, mentor.first_name), *((key, person.name) for key, person in self.people.items())]
        for number in range(1, LINES + 1):
            self.fields[f"do_{number}"] = forms.CharField(label="What?", max_length=300, required=False)
            self.fields[f"who_{number}"] = forms.ChoiceField(label="Who?", choices=who, required=False)
            self.fields[f"by_{number}"] = SayDateField(label="By when?", required=False, future=True, help_text="")

    def lines(self) -> list[list]:
        """The bound fields, line by line."""
        return [[self[f"{name}_{number}"] for name in ("do", "who", "by")] for number in range(1, LINES + 1)]

    def todos(self) -> list[Todo]:
        said, usual = self.cleaned_data, timezone.localdate() + timedelta(days=USUAL_DAYS)
        return [
            Todo(said[f"do_{n}"], said[f"by_{n}"] or usual, self.people.get(said[f"who_{n}"]))
            for n in range(1, LINES + 1)
            if said[f"do_{n}"]
        ]


class SupervisionActionAddForm(KitForm):
    words = forms.CharField(label="What?", max_length=300)
    who = forms.ChoiceField(label="Who?")
    due_on = SayDateField(label="By when?", future=True)

    def __init__(self, *args, mentor, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people if person.pk != mentor.user_id}
        who = [(MENTOR, mentor.first_name), *((key, person.name) for key, person in self.people.items())]
        self.fields["who"].choices = who

    def todo(self) -> Todo:
        said = self.cleaned_data
        return Todo(said["words"], said["due_on"], self.people.get(said["who"]))


class SupervisionActionDropForm(KitForm):
    because = forms.CharField(
        label="Why is it let go?", max_length=1000, help_text="Whoever reads the supervision reads this.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
