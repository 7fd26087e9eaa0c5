"""The questions that decide which check is needed, one by one and in plain words."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.vetting.rulebook import Answers, level_choices

YES_NO = [("yes", "Yes"), ("no", "No")]
AGES = [("under", "Under 18"), ("over", "18 or over"), ("both", "Both")]
ADULT_HELP = (
    "Handling their money or shopping, seeing to their affairs, social work, or driving them to health or social care, "
    "because of age, illness or disability. Going shopping together is not meant."
)


def yes_no(label: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=help_text, choices=YES_NO, widget=forms.RadioSelect)


class VettingNeedForm(KitForm):
    contact = yes_no("Will they be with young people?", "Answer no for somebody who helps in the office only.")
    ages = forms.ChoiceField(label="How old are the young people?", choices=AGES, widget=forms.RadioSelect)
    days_in_30 = forms.IntegerField(
        label="On how many days in any 30 will they be with them?", min_value=0, max_value=30,
        help_text="Meeting every week comes to 4 or 5.", widget=forms.NumberInput({"class": "short"}),
    )  # fmt: skip
    overnight = yes_no("Will they be with them between 2 and 6 in the morning?", "For example on a trip.")
    supervised = yes_no(
        "Is somebody who has been checked always there with them?",
        "Day to day and close by. A supervisor they ring afterwards is not meant.",
    )
    care = yes_no("Will they give health or personal care?", "Washing, dressing, feeding, toileting, or treatment.")
    adult_help = yes_no("Will they do any of this for somebody of 18 or over?", ADULT_HELP)

    def answers(self) -> Answers:
        said = self.cleaned_data
        flags = {name: said[name] == "yes" for name in ("contact", "overnight", "supervised", "care", "adult_help")}
        ages = said["ages"]
        return Answers(
            **flags, under_18=ages in ("under", "both"), over_18=ages in ("over", "both"), days_in_30=said["days_in_30"]
        )

    @staticmethod
    def initial_of(answers: Answers) -> dict:
        """Answers as the form shows them."""
        flags = {name: "yes" if getattr(answers, name) else "no" for name in
                 ("contact", "overnight", "supervised", "care", "adult_help")}  # fmt: skip
        ages = {(True, True): "both", (True, False): "under", (False, True): "over"}
        return {**flags, "ages": ages.get((answers.under_18, answers.over_18), ""), "days_in_30": answers.days_in_30}


class VettingNeedOverruleForm(KitForm):
    """Another check than the rules ask for; left empty, theirs."""

    overruled_to = forms.ChoiceField(
        label="Ask for another check instead", required=False, choices=lambda: [("", "No, this one"), *level_choices()]
    )
    overruled_why = forms.CharField(
        label="Why", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="A second person has to agree before it counts. To ask for more than the law allows is a crime.",
    )  # fmt: skip
