"""What a referee answers, made of the scheme's questions; and what staff write about a reference."""

from django import forms

from mentoring.web.forms import KitForm
from mentoring.web.honeypot import HoneypotForm
from safeguarding.vetting.references.questions import KINDS, NO, YES, Question

LONGEST = 5000


class AnswersForm(HoneypotForm, KitForm):
    """One field for each question, named by its key."""

    def answers(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "website"}


def answers_form(questions: list[Question]) -> type[AnswersForm]:
    """The form class for these questions (a class, so that a draft knows its fields)."""
    return type("ReferenceAnswersForm", (AnswersForm,), {question.key: _field(question) for question in questions})


def _field(question: Question) -> forms.Field:
    asked = {"label": question.words, "required": question.is_required}
    if question.kind == "words":
        return forms.CharField(**asked, max_length=LONGEST, widget=forms.Textarea({"rows": 3}))
    return forms.ChoiceField(**asked, choices=[(YES, "Yes"), (NO, "No")], widget=forms.RadioSelect)


class ReferenceWorryForm(KitForm):
    worry_decision = forms.CharField(
        label="What do you make of it, and why?", max_length=LONGEST, widget=forms.Textarea({"rows": 4}),
        help_text="For example: we rang the referee, and this is what it was about.",
    )  # fmt: skip


class ReferenceQuestionForm(KitForm):
    """One line of a scheme's questions; emptied, it is not asked any more."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    words = forms.CharField(label="Question", max_length=300, required=False)
    kind = forms.ChoiceField(label="Answered with", choices=list(KINDS.items()))
    is_required = forms.BooleanField(label="Has to be answered", required=False)
    place = forms.IntegerField(
        label="Order", min_value=1, max_value=99, required=False, widget=forms.NumberInput({"class": "short"})
    )


SPARE = 2


def questions_formset(questions: list[Question], sent=None):
    """The questions as they are asked now, and room for two more."""
    made = forms.formset_factory(ReferenceQuestionForm, extra=SPARE, max_num=40, validate_max=True)
    now = [
        {"key": one.key, "words": one.words, "kind": one.kind, "is_required": one.is_required, "place": place}
        for place, one in enumerate(questions, 1)
    ]
    return made(sent, initial=now, prefix="questions")


def questions_said(formset) -> list[dict]:
    """What to ask from now on, in its order; a line without a number comes last."""
    lines = [form.cleaned_data for form in formset if form.cleaned_data.get("words", "").strip()]
    lines.sort(key=lambda line: line["place"] or 99)
    return [{name: line[name] for name in ("key", "words", "kind", "is_required")} for line in lines]
