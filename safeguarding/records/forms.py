"""Asking for everything, saying that something is wrong, and what whoever answers writes down."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from safeguarding.records.models import AccessDecision, AccessPause, AccessRequest, Correction

Outcome, Way = AccessDecision.Outcome, AccessRequest.Way


class OfSchemeForm(KitForm):
    """Which scheme, where there is more than one."""

    scheme = forms.ChoiceField(label=_("Which scheme?"))

    def __init__(self, *args, schemes, **kwargs):
        super().__init__(*args, **kwargs)
        self.schemes = {str(scheme.pk): scheme for scheme in schemes}
        if len(self.schemes) == 1:
            del self.fields["scheme"]
        else:
            self.fields["scheme"].choices = [
                ("", _("Choose…")),
                *((key, one.name) for key, one in self.schemes.items()),
            ]

    def as_said(self) -> dict:
        said = dict(self.cleaned_data)
        chosen = said.pop("scheme", None)
        return said | {"scheme": self.schemes[chosen] if chosen else next(iter(self.schemes.values()))}


class AccessAskForm(OfSchemeForm):
    words = forms.CharField(
        label=_("Is there something you look for most?"),
        help_text=_("You can leave this empty. Then you get everything."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


class CorrectionAskForm(OfSchemeForm):
    about = forms.CharField(label=_("What is it about?"), help_text=_("For example: my birthday."), max_length=120)
    words = forms.CharField(
        label=_("What is wrong, and how should it be?"), max_length=4000, widget=forms.Textarea({"rows": 5})
    )


class AccessLogForm(KitForm):
    """Somebody asked in another way: their clock runs from that day."""

    person = forms.CharField(
        label=_("Who asked?"), help_text=_("Their reference (V-… or Y-…), e-mail or whole name."), max_length=200
    )
    way = forms.ChoiceField(label=_("How did they ask?"), choices=[one for one in Way.choices if one[0] != Way.PORTAL])
    asked_on = SayDateField(label=_("When did they ask?"), past=True)
    words = forms.CharField(
        label=_("What did they ask for?"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )


class AccessPauseForm(KitForm):
    what = forms.ChoiceField(label=_("What do you need to hear?"), choices=AccessPause.What.choices)
    words = forms.CharField(
        label=_("What do you ask them?"),
        help_text=_("They read it on their page."),
        max_length=2000,
        widget=forms.Textarea,
    )


class AccessLongerForm(KitForm):
    because = forms.CharField(
        label=_("Why does it take longer?"),
        help_text=_("In plain words to the person. It gives you two months more."),
        max_length=2000,
        widget=forms.Textarea,
    )


class CorrectionAnswerForm(KitForm):
    outcome = BigChoiceField(label=_("What came of it?"), choices=[one for one in Correction.Outcome.choices if one[0]])
    answer = forms.CharField(
        label=_("What do you tell them?"),
        help_text=_("What you changed, or why it stays. If it stays, their words are kept beside it."),
        max_length=4000,
        widget=forms.Textarea,
    )


class LineForm(KitForm):
    """What becomes of one line."""

    mark = forms.CharField(widget=forms.HiddenInput, max_length=16)
    outcome = forms.ChoiceField(
        label=_("What becomes of it?"), choices=Outcome.choices, widget=forms.RadioSelect, required=False
    )
    left_out = forms.CharField(
        label=_("Words to leave out"),
        help_text=_("One a line. A name goes with each of its parts."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )
    reason = forms.ChoiceField(
        label=_("Why is it kept back?"), choices=[("", _("Choose…")), *AccessDecision.Reason.choices], required=False
    )

    def __init__(self, *args, item, **kwargs):
        decision = item.decision
        first = {"mark": item.mark, "left_out": "\n".join(item.names)}
        if decision:
            first |= {"outcome": decision.outcome, "reason": decision.reason}
            first["left_out"] = decision.left_out or first["left_out"]
        super().__init__(*args, initial=first, prefix=item.key.replace(":", "-").replace(".", "-"), **kwargs)
        self.item = item
        for field in self.fields.values():
            field.hide_optional = True  # which of them is needed follows from the first

    def clean(self):
        said = super().clean()
        if said.get("outcome") == Outcome.KEEP and not said.get("reason"):
            self.add_error("reason", _("Say why it is kept back."))
        if said.get("outcome") == Outcome.PART and not said.get("left_out", "").strip():
            self.add_error("left_out", _("Say which words are left out."))
        if said.get("outcome") and said.get("mark") != self.item.mark:
            self.add_error("outcome", _("This line has changed since you opened the page. Read it again."))
        return said

    def as_decided(self) -> dict | None:
        """What `access_decide` takes; None where nothing was chosen."""
        said = self.cleaned_data
        if not said["outcome"]:
            return None
        return {"line": self.item.key, **{name: said[name] for name in ("mark", "outcome", "reason", "left_out")}}


def line_forms(items, data=None) -> list[LineForm]:
    return [LineForm(data, item=item) for item in items]
