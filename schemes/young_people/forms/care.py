"""When somebody was in care, and what the law calls them."""

from django import forms

from mentoring.web.forms import DatePartsField, KitForm
from schemes.people.models import YoungPerson
from schemes.young_people.models import CareSpell


class CareSpellForm(KitForm):
    kind = forms.ChoiceField(label="What was it?", choices=CareSpell.Kind.choices)
    began_on = DatePartsField(label="From")
    ended_on = DatePartsField(label="Until", required=False, help_text="Leave this empty while it lasts.")
    told_by = forms.CharField(
        label="Who says so?",
        required=False,
        max_length=120,
        help_text="Their social worker, a letter, themselves.",
    )

    def clean(self):
        answers = super().clean() or self.cleaned_data
        began, ended = answers.get("began_on"), answers.get("ended_on")
        if began and ended and ended < began:
            self.add_error("ended_on", "It cannot end before it began. Check the two dates.")
        return answers


class CategoryForm(KitForm):
    confirmed = forms.ChoiceField(label="What is it?", required=False, choices=YoungPerson.CareStatus.choices)
    differs_because = forms.CharField(
        label="If it differs from the dates: why?",
        required=False,
        max_length=1000,
        help_text="For example: the council’s letter says so; in education at 22.",
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args, worked_out: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.worked_out = worked_out

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if answers.get("confirmed") != self.worked_out and not answers.get("differs_because"):
            self.add_error("differs_because", "The dates say something else. Say why it is different.")
        return answers
