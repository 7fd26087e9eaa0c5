"""What is asked about expenses. Forms clean; actions write, and ask the scheme's rules again."""

from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.expenses.models import ExpenseClaim, ExpenseRules
from matching.expenses.queries import session_words
from matching.expenses.rules import MILEAGE, mileage_amount, wanting
from mentoring.web.forms import BigChoiceField, KitForm, KitModelForm, SayDateField
from mentoring.web.upload_field import UploadField
from mentoring.web.wording import pounds

SHORT = {"inputmode": "decimal", "class": "short", "autocomplete": "off"}
Kind = ExpenseClaim.Kind


class PoundsField(forms.DecimalField):
    """Money as people write it: 4.50, £4.50, 4,50 is none."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs=SHORT))
        messages = {
            "invalid": "Write it in pounds and pence, like 4.50.",
            "max_decimal_places": "Write it in pounds and pence, like 4.50.",
        }
        super().__init__(
            max_digits=7, decimal_places=2, min_value=Decimal("0.01"), error_messages=messages, **kwargs
        )  # fmt: skip

    def to_python(self, value):
        return super().to_python(value.replace("£", "").strip() if isinstance(value, str) else value)


class ExpenseClaimForm(KitForm):
    """On a telephone, with the receipt in the other hand: what does not belong to the kind is not asked."""

    kind = BigChoiceField(label=_("What kind?"), choices=Kind.choices)
    spent_on = SayDateField(label=_("Which day?"), past=True)
    amount = PoundsField(label=_("How much, in pounds?"), required=False, help_text=_("For example 4.50."))
    miles = forms.DecimalField(
        label=_("How many miles, there and back?"), required=False, min_value=Decimal("0.1"), max_digits=5,
        decimal_places=1, widget=forms.TextInput(attrs=SHORT),
        error_messages={"invalid": _("Write a number, like 7.5.")},
    )  # fmt: skip
    session = forms.ChoiceField(label=_("For which session?"), required=False)
    what_for = forms.CharField(
        label=_("What was it for?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the 52 to the library and back. No names, please."),
    )  # fmt: skip
    receipts = UploadField(
        label=_("Receipt"), required=False, help_text=_("A photo or a PDF. On a phone you can take the photo now.")
    )
    no_receipt_why = forms.CharField(
        label=_("No receipt? Say why"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, rules, sessions, kept=0, so_far=None, sent_on=None, **kwargs):
        """`kept`: receipts that are there already; `so_far`: session → pounds claimed of it beside this claim."""
        super().__init__(*args, **kwargs)
        self.rules, self.kept, self.so_far = rules, kept, so_far or (lambda session: Decimal(0))
        self.sent_on = sent_on or timezone.localdate()
        self.sessions = {str(session.pk): session for session in sessions}
        named = [(key, session_words(session, self.sent_on)) for key, session in self.sessions.items()]
        self.fields["session"].choices = [("", _("For none: training, supervision or another day")), *named]
        self.fields["miles"].help_text = gettext("The scheme pays %(pounds)s a mile.") % {
            "pounds": pounds(rules.mile_rate)
        }
        for asked in ("amount", "miles"):
            self.fields[asked].hide_optional = True

    def clean_session(self):
        return self.sessions.get(self.cleaned_data["session"])

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        asked = "miles" if kind == MILEAGE else "amount"
        if kind and not cleaned.get(asked) and asked not in self.errors:
            self.add_error(asked, _("Write how many miles it was.") if kind == MILEAGE else _("Write how much it was."))
        if kind and cleaned.get(asked) and cleaned.get("spent_on"):
            self._ask_rules(cleaned)
        return cleaned

    def _ask_rules(self, cleaned) -> None:
        is_car, session = cleaned["kind"] == MILEAGE, cleaned.get("session")
        amount = mileage_amount(cleaned["miles"], self.rules.mile_rate) if is_car else cleaned["amount"]
        claim = {
            "kind": cleaned["kind"], "spent_on": cleaned["spent_on"], "amount": amount,
            "no_receipt_why": cleaned.get("no_receipt_why", ""), "is_of_session": session is not None,
        }  # fmt: skip
        has_receipt = bool(self.kept or cleaned.get("receipts")) or "receipts" in self.errors
        found = wanting(
            claim, self.rules, sent_on=self.sent_on, so_far=self.so_far(session), has_receipt=has_receipt
        )  # fmt: skip
        for field, words in found.items():
            self.add_error("miles" if field == "amount" and is_car else field, words)

    def said(self) -> dict:
        """What the action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("receipts", "answer")}


class ExpenseAnswerForm(ExpenseClaimForm):
    """The same claim once more, with an answer to what was asked."""

    answer = forms.CharField(
        label=_("Your answer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    field_order = ["answer"]


def claimed_so_far(claim) -> dict:
    """What the form begins with when a claim is answered."""
    kept = ("kind", "spent_on", "amount", "miles", "what_for", "no_receipt_why")
    first = {name: getattr(claim, name) for name in kept}
    return {**first, "session": str(claim.session_id or "")}


class ExpenseDecideForm(KitForm):
    to = BigChoiceField(
        label=_("What happens with it?"),
        choices=[("approved", _("Approve it")), ("asked", _("Ask them something")), ("refused", _("Do not pay it"))],
    )
    budget_line = forms.ChoiceField(label=_("Paid from"), required=False)
    words = forms.CharField(
        label=_("What do you tell them?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("They read this. A question, or the reason; nothing is needed when you approve it."),
    )  # fmt: skip

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = {str(line.pk): line for line in lines}
        self.fields["words"].hide_optional = True
        if not self.lines:
            del self.fields["budget_line"]
            return
        named = [(key, line.heading) for key, line in self.lines.items()]
        self.fields["budget_line"].choices = [("", _("No budget line")), *named]

    def clean_budget_line(self):
        return self.lines.get(self.cleaned_data["budget_line"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("to") in ("asked", "refused") and not cleaned.get("words"):
            self.add_error("words", _("Write a sentence, so that they know what to do."))
        return cleaned


class ExpensesPayForm(KitForm):
    """The list as it is paid: every claim is ticked until somebody takes one out."""

    claims = forms.MultipleChoiceField(
        label=_("What was paid"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what was paid."),
                        "invalid_choice": _("The list has changed. Look again.")},
    )  # fmt: skip
    reference = forms.CharField(
        label=_("Reference of the payment"), max_length=60, help_text=_("As the bank or your finance office knows it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    paid_on = SayDateField(label=_("Which day?"), past=True)

    def __init__(self, *args, claims, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = {str(claim.pk): claim for claim in claims}
        self.fields["claims"].choices = [
            (key, f"{claim.volunteer.name}, {pounds(claim.amount)}") for key, claim in self.found.items()
        ]

    def clean_claims(self):
        return [self.found[key] for key in self.cleaned_data["claims"]]


class ExpenseRulesForm(KitModelForm):
    class Meta:
        model = ExpenseRules
        fields = ["mile_rate", "session_most", "receipt_above", "within_days", "budget_line"]
        labels = {
            "mile_rate": "Pounds a mile",
            "session_most": "Most for one session (£)",
            "receipt_above": "A receipt is needed above (£)",
            "within_days": "Claimed within so many days",
            "budget_line": "Usually paid from",
        }
        help_texts = {
            "mile_rate": "HMRC lets volunteers have 0.45 without tax. More than it costs would count as pay.",
            "session_most": "For food, activities and the like. Travel is paid as it is. Leave it empty for no limit.",
            "receipt_above": "0 asks for one every time. Miles need none.",
            "within_days": "From the day it was spent.",
        }
        widgets = {name: forms.TextInput(attrs=SHORT) for name in ("mile_rate", "session_most", "receipt_above")} | {
            "within_days": forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"})
        }

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["budget_line"].queryset = lines
        self.fields["budget_line"].label_from_instance = lambda line: line.heading
        self.fields["budget_line"].empty_label = _("No budget line")
