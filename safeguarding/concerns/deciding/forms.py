"""What a lead decides about a concern, and whom they tell."""

from datetime import datetime

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.concerns.forms import box
from safeguarding.concerns.models import Concern, ConcernReferral, works_with_children
from safeguarding.concerns.routes import called

NOT_REFERRED = "Needed unless you refer it. What speaks against, and who was asked."


class ConcernTriageForm(KitForm):
    route = forms.ChoiceField(
        label="Whose way does it go?",
        choices=[c for c in Concern.Route.choices if c[0]],
        help_text="By the age of the young person on the day it was raised. If you are not sure: a child’s.",
        widget=forms.RadioSelect,
    )
    triage = forms.ChoiceField(
        label="What is needed?", choices=[c for c in Concern.Triage.choices if c[0]], widget=forms.RadioSelect
    )
    strategy = forms.CharField(label="Who does what, and by when?", max_length=20000, widget=box())
    not_referred_why = forms.CharField(
        label="Why is nobody outside told?", help_text=NOT_REFERRED, required=False, max_length=10000, widget=box(3)
    )
    route_why = forms.CharField(
        label="Why not the way that their age says?",
        help_text="Only if you choose the other one.",
        required=False,
        max_length=4000,
        widget=box(2),
    )

    def __init__(self, *args, by_age, **kwargs):
        super().__init__(*args, **kwargs)
        self.by_age = by_age
        self.fields["route"].initial = by_age or Concern.Route.CHILD
        if not by_age:
            del self.fields["route_why"]

    def clean(self):
        """Beside the field; the action asks the same."""
        found = super().clean()
        if found.get("triage") and found["triage"] != Concern.Triage.REFER and not found.get("not_referred_why"):
            self.add_error("not_referred_why", "Write down why nobody outside is told. That is a decision too.")
        if self.by_age and found.get("route") not in ("", None, self.by_age) and not found.get("route_why"):
            self.add_error("route_why", "Write down why it does not go the way that their age says.")
        return found


class ConcernReferForm(KitForm):
    to = forms.ChoiceField(label="Referred to")
    to_whom = forms.CharField(label="Who took it?", help_text="Name and team.", max_length=400)
    reference = forms.CharField(label="Their reference number", required=False, max_length=200)
    referred_on = SayDateField(label="On which day?", past=True)
    referred_time = forms.TimeField(
        label="At what time?", help_text="For example 14:30.", widget=forms.TextInput(attrs={"class": "short"})
    )

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        with_children = works_with_children(scheme)
        self.fields["to"].choices = [
            (key, called(key, scheme.nation, with_children=with_children) or label)
            for key, label in ConcernReferral.To.choices
        ]

    def as_written(self) -> dict:
        found = dict(self.cleaned_data)
        day, hour = found.pop("referred_on"), found.pop("referred_time")
        return {**found, "referred_at": timezone.make_aware(datetime.combine(day, hour))}


class ReferralHeardForm(KitForm):
    words = forms.CharField(
        label="What did they say they will do?", help_text="Who said it, and when.", max_length=10000, widget=box()
    )


class OfficerNotToldForm(KitForm):
    why = forms.CharField(
        label="Why need the designated officer not know?",
        help_text="If somebody may have harmed a child, may have done a crime, or may not be safe with children, "
        "the officer has to know.",
        max_length=10000,
        widget=box(),
    )


class ConcernCloseForm(KitForm):
    outcome = forms.CharField(label="What came of it?", max_length=20000, widget=box())
    learning = forms.CharField(
        label="What did we learn?",
        help_text="What would we do in the same way, what not?",
        max_length=9999,
        widget=box(),
    )
    not_referred_why = forms.CharField(
        label="Why was nobody outside told?",
        help_text="You decided to refer it, and no referral is written down.",
        max_length=10000,
        widget=box(3),
    )

    def __init__(self, *args, asks_why_not, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_why_not:
            del self.fields["not_referred_why"]
