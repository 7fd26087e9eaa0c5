"""What is written about suitability (S11), of a peer mentor with the six questions of readiness (P1, L11)."""

from django import forms

from mentoring.web.forms import KitForm
from schemes.training.models import SuitabilityReview
from schemes.training.peer_readiness import NOT_YET, QUESTIONS, YES, still_open


class SuitabilityReviewWriteForm(KitForm):
    outcome = forms.ChoiceField(
        label="What do you think?", choices=SuitabilityReview.Outcome.choices, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label="Why?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What you saw and heard in training and since. They may read this one day.",
    )

    def __init__(self, *args, is_peer=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_peer = is_peer
        for key, asked in QUESTIONS.items() if is_peer else ():
            self.fields[f"peer_{key}"] = forms.ChoiceField(
                label=f"{asked.short}: {asked.words[0].lower()}{asked.words[1:]}",
                choices=[(YES, "Yes"), (NOT_YET, "Not yet")],
                required=False,
                widget=forms.RadioSelect(attrs={"kind": "choices-row"}),
            )
            self.fields[f"peer_{key}_words"] = forms.CharField(
                label=f"{asked.short}: how do you know?",
                required=False,
                max_length=1500,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

        for name in self.fields:
            self.fields[name].hide_optional = name.startswith("peer_")  # asked of everybody, needed for a yes

    def clean(self):
        given = super().clean()
        if self.is_peer and given.get("outcome") == SuitabilityReview.Outcome.READY:
            for key, sentence in still_open(self.answers(given)).items():
                self.add_error(f"peer_{key}", sentence)
        return given

    def answers(self, given) -> dict:
        return {
            key: {"answer": given.get(f"peer_{key}", ""), "words": given.get(f"peer_{key}_words", "")}
            for key in QUESTIONS
            if given.get(f"peer_{key}") or given.get(f"peer_{key}_words")
        }

    def review(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        answers = self.answers(given) if self.is_peer else {}
        return {"outcome": given["outcome"], "reasons": given["reasons"], "peer_answers": answers}
