"""What is asked about checks. There is no place for what a certificate says: the law lets nobody keep it."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.vetting.models import VettingCheck


class CheckRequestForm(KitForm):
    kind = forms.ChoiceField(label="Which check?", choices=VettingCheck.Kind.choices)
    requested_on = SayDateField(label="Asked for on", past=True)
    level = forms.CharField(
        label="Level", help_text="For a criminal record check, for example “enhanced with barred list”.",
        required=False, max_length=60,
    )  # fmt: skip
    referee_name = forms.CharField(label="Who gives the reference?", required=False, max_length=120)
    referee_email = forms.EmailField(label="Their e-mail", required=False)

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


class CheckDecideForm(KitForm):
    decision = forms.ChoiceField(
        label="What does it mean?",
        choices=[choice for choice in VettingCheck.Decision.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    conditions = forms.CharField(
        label="Which conditions?", required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    decided_on = SayDateField(label="Decided on", past=True)
    expires_on = SayDateField(label="Look again on", help_text="Leave empty if never.", required=False, future=True)


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

    SHOW = (("waiting", "Waiting"), ("expiring", "To look at again"), ("all", "All"))

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
