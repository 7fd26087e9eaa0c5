"""What those who see to a complaint write down."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.concerns.queries import people_at_work


class ComplaintNoteForm(KitForm):
    words = forms.CharField(label="What did you find out, or do?", max_length=20000, widget=forms.Textarea)


class ComplaintAnswerForm(KitForm):
    words = forms.CharField(
        label="Your answer",
        help_text="To the person themselves, in plain words: what you found out, what was wrong, what happens now.",
        max_length=20000,
        widget=forms.Textarea({"rows": 8}),
    )


class ComplaintSubjectForm(KitForm):
    user = forms.ChoiceField(
        label="Who is it about?",
        help_text="From that moment they cannot see it, and nothing tells them that it is there.",
    )

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people_at_work([scheme])}
        self.fields["user"].choices = [("", "Choose…"), *((key, user.name) for key, user in self.people.items())]

    def as_written(self) -> dict:
        return {"user": self.people[self.cleaned_data["user"]]}
