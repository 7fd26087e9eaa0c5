"""Writing down an evaluation, its review meeting and its decisions."""

from django import forms
from django.utils import timezone

from evaluation.review.models import Decision, Evaluation
from evaluation.turnover.periods import why_not
from mentoring.web.forms import KitForm, KitModelForm, SayDateField


class ReviewStartForm(KitForm):
    from_on = SayDateField(label="First day", past=True)
    to_on = SayDateField(label="Last day", past=True)

    def clean(self):
        given = super().clean()
        first, last = given.get("from_on"), given.get("to_on")
        if first and last and (trouble := why_not(first, last, today=timezone.localdate())):
            self.add_error("to_on", trouble)
        return given


class ReviewWriteForm(KitModelForm):
    met_on = SayDateField(label="Review meeting held on", required=False, past=True)

    class Meta:
        model = Evaluation
        fields = ("went_well", "to_change", "met_on", "who_met")
        widgets = {"went_well": forms.Textarea(attrs={"rows": 4}), "to_change": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"who_met": "Names or roles. Were young people there?"}

    def clean(self):
        given = super().clean()
        if given.get("met_on") and not given.get("who_met"):
            self.add_error("who_met", "Say who took part in the meeting.")
        return given


class DecisionAddForm(KitModelForm):
    class Meta:
        model = Decision
        fields = ("words",)
        help_texts = {"words": "One decision in one sentence."}


class DecisionFeedForm(KitForm):
    """What a decision becomes: something to do by a day, or an objective to reach."""

    INTO = (("action", "An action in the plan (step 4)"), ("objective", "An objective (step 2)"))

    into = forms.ChoiceField(label="Make it", choices=INTO, widget=forms.RadioSelect)
    due_on = SayDateField(label="By when?", future=True)
    measure = forms.CharField(
        label="How will you know?", max_length=200, required=False, help_text="For an objective: what is measured."
    )
    target = forms.DecimalField(
        label="The number to reach", max_digits=9, decimal_places=1, required=False, help_text="For an objective."
    )

    def clean(self):
        given = super().clean()
        if given.get("into") == "objective":
            for name in ("measure", "target"):
                if given.get(name) in (None, "") and name not in self.errors:
                    self.add_error(name, "An objective needs this.")
        return given
