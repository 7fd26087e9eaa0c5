"""For whom a chronology is printed, why, and what stays out of it."""

from django import forms

from mentoring.web.forms import KitForm


class ConcernPrintForm(KitForm):
    prepared_for = forms.CharField(
        label="Who is it for?", help_text="Name and team, or the court. It stands on the cover.", max_length=200
    )
    purpose = forms.CharField(
        label="Why do they need it?", help_text="It stands on the cover, and in the history.", max_length=400
    )
    leave_out = forms.MultipleChoiceField(
        label="Whose names do you leave out?",
        help_text="Each part of a name goes, wherever it stands.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    leave_out_words = forms.CharField(
        label="What else do you leave out?",
        help_text="One a line: a nickname, a school, a street.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leave_out"].choices = [(name, name) for name in names]
