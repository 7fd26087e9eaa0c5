"""What the two interviewers are asked (S9)."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from schemes.recruitment.criteria import CRITERIA, SCORES
from schemes.recruitment.models import Interview, InterviewScore


class InterviewBeginForm(KitForm):
    """When it was, and with whom."""

    held_on = SayDateField(label="When was it?", past=True)
    second_user = forms.ChoiceField(label="Who interviewed with you?", required=False)
    second_interviewer = forms.CharField(
        label="Or, somebody without an account",
        required=False,
        max_length=120,
        help_text="Their name: a young person from the group, for example. They score on your screen, after you.",
    )

    def __init__(self, *args, interviewers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.interviewers = {str(user.pk): user for user in interviewers}
        named = [(key, user.name) for key, user in self.interviewers.items()]
        self.fields["second_user"].choices = [("", "Somebody without an account"), *named]

    def clean_second_user(self):
        return self.interviewers.get(self.cleaned_data["second_user"])

    def clean(self):
        answers = super().clean() or self.cleaned_data
        name, user = answers.get("second_interviewer", ""), answers.get("second_user")
        if not user and not name and "second_interviewer" not in self.errors:
            self.add_error("second_user", "Two people interview. Who was the other one?")
        if user and name:
            self.add_error("second_interviewer", "Choose one of the two: an account or a name.")
        return answers


class InterviewScoreForm(KitForm):
    """One person's scores, before they see the other's."""

    span_said = forms.ChoiceField(
        label="How long did they say they can stay?",
        choices=InterviewScore.SpanSaid.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="What did you hear?",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Facts and their own words. They may read this one day.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for key, words in CRITERIA.items():
            self.fields[key] = forms.TypedChoiceField(
                label=words,
                choices=SCORES,
                coerce=int,
                widget=forms.RadioSelect(attrs={"kind": "choices-row"}),
                error_messages={"required": "Give a score from 1 to 5."},
            )
        self.order_fields([*CRITERIA, "span_said", "words"])

    def answers(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        points = {key: given[key] for key in CRITERIA}
        return {"points": points, "span_said": given["span_said"], "words": given["words"]}


class InterviewAgreeForm(KitForm):
    """What the two agreed. `needed` says which words the scores ask for."""

    outcome = forms.ChoiceField(
        label="What did you decide together?", choices=Interview.Outcome.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label="Why?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why you decided so."},
    )
    difference_words = forms.CharField(
        label="What lies behind the difference?", max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )
    span_words = forms.CharField(
        label="What was said about how long they can stay?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="“As long as possible” is kind and hard to plan with. Talk it over: which months, through what?",
    )

    def __init__(self, *args, needed, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("difference_words", "span_words"):
            if name in needed:
                self.fields[name].error_messages["required"] = needed[name]
            else:
                del self.fields[name]
