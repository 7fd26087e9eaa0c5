"""The form of a support plan, in the order in which two people talk about it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.supervision.support_plans.models import SupportPlan
from mentoring.web.forms import KitForm, SayDateField

#: A plan is looked at again after so long.
AGAIN_DAYS = 182


def asked(label: str, hint: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class SupportPlanForm(KitForm):
    helps = asked("What helps?", "A walk afterwards, no sessions in a bad week, a text that somebody thought of them.")
    too_much = asked("How do we notice that it is getting too much?", "What they notice, and what others would see.")
    who_to_call = asked("Whom do they ring, and when?", "By day, in the evening, and whom else they have.")
    after_hard = asked("What do we do after a hard session?", "As agreed between the two of you.")
    ring_within = forms.TypedChoiceField(
        label=_("After a hard session somebody rings"), coerce=int, choices=SupportPlan.RingWithin.choices,
        widget=forms.RadioSelect(attrs={"kind": "segments"}),
    )  # fmt: skip
    review_on = SayDateField(label=_("Look at it again on"), future=True)

    def __init__(self, *args, **kwargs):
        first = {"ring_within": 0, "review_on": timezone.localdate() + timedelta(days=AGAIN_DAYS)}
        kwargs["initial"] = first | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
