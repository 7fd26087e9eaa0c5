"""What is written about studying alone, earlier training and the minimum."""

from django import forms
from django.core.exceptions import ValidationError

from mentoring.web.forms import KitForm, SayDateField
from schemes.training.quiz import HOW, questions_in
from schemes.training.topics import Topic


class StudyWriteForm(KitForm):
    """The text of a module that is studied alone, and its questions."""

    text = forms.CharField(
        label="What there is to read",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Short, as for a phone. A web address on its own becomes a link.",
    )
    questions = forms.CharField(
        label="Questions",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "true"}),
        help_text=f"{HOW} Leave a line empty before the next question.",
    )
    pass_mark = forms.IntegerField(label="Right answers needed, in per cent", min_value=1, max_value=100, initial=80)
    tries_a_day = forms.IntegerField(label="Goes a day", min_value=1, max_value=10, initial=3)

    def clean_questions(self):
        written = self.cleaned_data["questions"]
        try:
            questions_in(written)
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem
        return written


class StudyAnswerForm(KitForm):
    """The questions of one go, each with its answers as large boxes; `number` tells one page from the next."""

    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = questions
        for place, question in enumerate(questions):
            self.fields[f"question_{place}"] = forms.TypedChoiceField(
                label=question.words,
                choices=list(enumerate(question.answers)),
                coerce=int,
                widget=forms.RadioSelect(attrs={"kind": "choices-big"}),
                error_messages={"required": "Choose one of these."},
            )

    def chosen(self) -> dict[int, int]:
        """Place of the question -> place of the answer."""
        return {place: self.cleaned_data[f"question_{place}"] for place in range(len(self.questions))}


class TopicsField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(choices=Topic.choices, **kwargs)


class EquivalenceForm(KitForm):
    """Earlier training that counts here."""

    what = forms.CharField(label="What they did, and where", max_length=200)
    done_on = SayDateField(label="When", past=True)
    topics = TopicsField(label="Counts for")
    hours = forms.DecimalField(label="Hours", min_value=0, max_value=100, max_digits=4, decimal_places=1)
    evidence = forms.CharField(
        label="What evidence did you see?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: certificate of 3 May, seen on paper. Do not keep a copy.",
    )


class TrainingStandardForm(KitForm):
    """The minimum for one kind of mentor."""

    hours = forms.DecimalField(
        label="Hours before matching", min_value=0, max_value=200, max_digits=4, decimal_places=1
    )
    topics = TopicsField(
        label="Topics needed",
        required=False,
        help_text="Boundaries and confidentiality are needed always, and every module marked “needed before matching”.",
    )
