"""What is asked about checks. There is no place for what a certificate says: the law lets nobody keep it."""

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.vetting.levels import parts
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.numbers import clean_number
from safeguarding.vetting.referees import referee_trouble
from safeguarding.vetting.rulebook import level_choices, version_on


def level_asked(nothing: str) -> list[tuple[str, str]]:
    """Levels that a check can have."""
    return [("", nothing or "Choose…"), *(choice for choice in level_choices() if choice[0] != "none")]


class CheckRequestForm(KitForm):
    kind = forms.ChoiceField(label="Which check?", choices=VettingCheck.Kind.choices)
    requested_on = SayDateField(label="Asked for on", past=True)
    level = forms.ChoiceField(
        label="Level", help_text="For a criminal record check.", required=False, choices=lambda: level_asked("")
    )
    referee_name = forms.CharField(label="Who gives the reference?", required=False, max_length=120)
    referee_email = forms.EmailField(label="Their e-mail", required=False)

    def __init__(self, *args, volunteer, **kwargs):
        super().__init__(*args, **kwargs)
        self.volunteer = volunteer

    def clean_referee_email(self):
        if trouble := referee_trouble(self.volunteer, self.cleaned_data["referee_email"]):
            raise forms.ValidationError(trouble)
        return self.cleaned_data["referee_email"]

    def clean(self):
        found = super().clean()
        if found.get("kind") == "reference" and not found.get("referee_name"):
            self.add_error("referee_name", "Write down who gives the reference.")
        return found


class CheckReceiveForm(KitForm):
    received_on = SayDateField(label="Came back on", past=True)
    issued_on = SayDateField(label="Date of issue", past=True, required=False)
    number = forms.CharField(
        label="Reference number", help_text="The number only. Never what it says, never a copy.",
        required=False, max_length=40,
    )  # fmt: skip
    level = forms.ChoiceField(
        label="Level", help_text="As it stands on it.", choices=lambda: level_asked("As asked for"), required=False
    )

    proofs = forms.MultipleChoiceField(
        label="Which documents did you see?", help_text="Seen, not copied: no copy of any is kept.",
        choices=VettingCheck.Proof.choices, widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip

    def __init__(self, *args, check, **kwargs):
        super().__init__(*args, **kwargs)
        self.check = check
        if check.kind != VettingCheck.Kind.CRIMINAL_RECORD:
            del self.fields["level"]
        if check.kind != VettingCheck.Kind.IDENTITY:
            del self.fields["proofs"]

    def clean(self):
        """The number and nothing else, in the shape that its level has (L10)."""
        found = super().clean()
        level = found.get("level") or self.check.level
        body = version_on(self.check.volunteer.scheme.nation, timezone.localdate()).body
        try:
            found["number"] = clean_number(found.get("number", ""), level=level, body=body)
        except ValueError as problem:
            self.add_error("number", str(problem))
        return found


class CheckDecideForm(KitForm):
    decision = forms.ChoiceField(
        label="What does it mean?",
        choices=[choice for choice in VettingCheck.Decision.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    conditions = forms.CharField(
        label="Which conditions?",
        help_text="What those who match have to know, for example: no lifts in a car. Never what was disclosed.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    level = forms.ChoiceField(
        label="Level", help_text="As it stands on it.", choices=lambda: level_asked(""), required=False
    )
    decided_on = SayDateField(label="Decided on", past=True)
    expires_on = SayDateField(label="Look again on", help_text="Leave empty if never.", required=False, future=True)

    def __init__(self, *args, check, **kwargs):
        super().__init__(*args, **kwargs)
        if check.kind != VettingCheck.Kind.CRIMINAL_RECORD or parts(check.level)[0]:
            del self.fields["level"]


class RiskDecisionForm(KitForm):
    disclosed = forms.CharField(
        label="What was disclosed", help_text="Only what the decision needs.", max_length=10000,
        widget=forms.Textarea({"rows": 5}),
    )  # fmt: skip
    decided = forms.CharField(label="What was decided, and why", max_length=10000, widget=forms.Textarea({"rows": 5}))
    purge_on = SayDateField(
        label="Delete it on", help_text="Six months at most; left empty it is six months.", required=False, future=True
    )


class RiskDecisionShareForm(KitForm):
    membership = forms.ChoiceField(label="Let a co-ordinator read it")

    def __init__(self, *args, memberships, **kwargs):
        super().__init__(*args, **kwargs)
        self.memberships = {str(one.pk): one for one in memberships}
        names = [(key, one.user.name) for key, one in self.memberships.items()]
        self.fields["membership"].choices = [("", "Choose…"), *names]


class CheckFilterForm(KitForm):
    """What the list of checks shows; it stays in the address."""

    SHOW = (
        ("waiting", "Waiting"), ("expiring", "To look at again"), ("rules", "The rules changed"), ("all", "All"),
    )  # fmt: skip

    show = forms.ChoiceField(choices=SHOW, required=False)
    kind = forms.ChoiceField(
        label="Check",
        choices=[("", "Any"), *VettingCheck.Kind.choices],
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    name = forms.CharField(
        label="Name", required=False, max_length=120, widget=forms.TextInput(attrs={"class": "form-control"})
    )
