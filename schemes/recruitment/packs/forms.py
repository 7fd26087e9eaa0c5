"""What went into a pack (S9)."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from schemes.people.forms import LinesField, TicksField
from schemes.recruitment.models import PackSending

#: Papers every scheme has; its own published leaflets are offered with them.
PAPERS = ("What a mentor is, and is not", "What stays between us and what does not", "How checks work", "Expenses")


class PackSendForm(KitForm):
    """What, how and when."""

    things = TicksField(label="What did you send?", options=PAPERS)
    other = LinesField(label="Anything else?", required=False, max_length=200, help_text="With commas between them.")
    way = forms.ChoiceField(label="How?", choices=PackSending.Way.choices, widget=forms.RadioSelect)
    sent_on = SayDateField(label="When?", past=True)

    def __init__(self, *args, leaflets=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["things"].keep(list(leaflets))

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if not answers.get("things") and not answers.get("other") and "other" not in self.errors:
            self.add_error("things", "Tick at least one, or say what else it was.")
        return answers

    def sending(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        return {"things": [*given["things"], *given["other"]], "way": given["way"], "sent_on": given["sent_on"]}
