"""What a co-ordinator weighs, and what they try out. Forms clean; nothing that is tried is ever saved."""

from django import forms

from matching.pairing.criteria import CRITERIA, WEIGHT_MOST, MentorSide, weighed
from matching.pairing.engine.what_if import RULES_TO_RELAX
from matching.pairing.models import PairingRules
from mentoring.web.forms import BigChoiceField, KitForm
from mentoring.web.postcodes import OutcodeField
from schemes.people.choices import FREE_TIMES, STRENGTHS
from schemes.people.forms import ONLY_HALF, LinesField, TicksField

SAID = {0: "0: not asked", 1: "1: a little", 3: "3: a good deal", WEIGHT_MOST: f"{WEIGHT_MOST}: most of all"}
WEIGHTS = [(weight, SAID.get(weight, str(weight))) for weight in range(WEIGHT_MOST + 1)]
IF_ASKED = "Counts only where the young person asked for it."


def weight_fields(weights: dict) -> dict[str, forms.TypedChoiceField]:
    """A field for each question, named by its key, with the weight it has now."""
    return {
        key: forms.TypedChoiceField(
            label=criterion.question,
            help_text=IF_ASKED if criterion.if_asked else "",
            choices=WEIGHTS,
            coerce=int,
            initial=weighed(weights)[key],
            error_messages={"required": "Choose one of these."},
        )
        for key, criterion in CRITERIA.items()
    }


class PairingRulesForm(KitForm):
    """S12: the weights, the aim, and how far is too far."""

    aim = BigChoiceField(label="What matters most?", choices=PairingRules.Aim.choices)
    farthest_km = forms.IntegerField(
        label="No farther apart than, in kilometres",
        help_text="As the crow flies, between the first halves of two postcodes. Empty: any distance.",
        required=False,
        min_value=1,
        max_value=999,
    )

    def __init__(self, *args, rules: PairingRules, **kwargs):
        kwargs["initial"] = {"aim": rules.aim, "farthest_km": rules.farthest_km}
        super().__init__(*args, **kwargs)
        self.fields = weight_fields(rules.weights) | self.fields

    def weights(self) -> list:
        """The bound fields of the questions, for the page."""
        return [self[key] for key in CRITERIA]

    def others(self) -> list:
        return [self["aim"], self["farthest_km"]]

    def changes(self) -> dict:
        """Cleaned, as `pairing_rules_edit` takes them."""
        answers = self.cleaned_data
        rest = {name: answers[name] for name in ("aim", "farthest_km")}
        return {"weights": {key: answers[key] for key in CRITERIA}, **rest}


class WhatIfForm(KitForm):
    """One rule less, other weights."""

    without_rule = forms.ChoiceField(
        label="Leave out one rule",
        required=False,
        choices=[("", "No rule"), *((key, words[:1].upper() + words[1:]) for key, words in RULES_TO_RELAX.items())],
        help_text="What keeps people safe (checks, consent, training, conflicts) is never left out.",
    )

    def __init__(self, *args, rules: PairingRules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= weight_fields(rules.weights)

    def weights(self) -> list:
        return [self[key] for key in CRITERIA]

    def weighed(self) -> dict[str, int]:
        return {key: self.cleaned_data[key] for key in CRITERIA}


class NewMentorForm(KitForm):
    """Somebody who is not there yet, with one place, cleared and trained."""

    kind = forms.ChoiceField(
        label="Who?",
        required=False,
        choices=[("", "Nobody"), ("peer", "A peer mentor"), ("traditional", "A traditional mentor")],
    )
    area = forms.CharField(label="Area", required=False, max_length=80)
    outcode = OutcodeField(help_text=ONLY_HALF)
    languages = LinesField(label="Languages", required=False, max_length=200, help_text="With commas between them.")
    strengths = TicksField(label="Can help with", options=STRENGTHS)
    free_times = TicksField(label="Free", options=FREE_TIMES)

    def side(self, name: str) -> MentorSide | None:
        """As matching reads a mentor; None where nobody is added."""
        answers = self.cleaned_data
        if not answers["kind"]:
            return None
        tags = {tag: tuple(answers[tag]) for tag in ("languages", "strengths", "free_times")}
        where = {"area": answers["area"], "outcode": answers["outcode"]}
        return MentorSide(name=name, is_peer=answers["kind"] == "peer", **tags, **where)
