"""What a lead writes down about a concern."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.concerns.models import ConcernEntry
from safeguarding.concerns.queries import memberships_to_let_in, people_at_work
from schemes.people.models import Volunteer, YoungPerson

WRITTEN = {"fact", "words", "opinion", "action", "correction"}


def box(rows=4):
    return forms.Textarea({"rows": rows})


class ConcernEntryForm(KitForm):
    kind = forms.ChoiceField(
        label="What kind of line is it?", choices=[c for c in ConcernEntry.Kind.choices if c[0] in WRITTEN]
    )
    words = forms.CharField(label="What do you want to add?", max_length=20000, widget=box())


class ConcernSubjectForm(KitForm):
    person = forms.ChoiceField(label="Who is it about?", help_text="From that moment they cannot see it.")

    def __init__(self, *args, scheme, actor, **kwargs):
        super().__init__(*args, **kwargs)
        groups = (
            ("user", "Works for the scheme", people_at_work([scheme])),
            ("volunteer", "Volunteers", Volunteer.objects.visible_to(actor)),
            ("young_person", "Young people", YoungPerson.objects.visible_to(actor)),
        )
        self.people = {f"{kind}:{one.pk}": {kind: one} for kind, _, rows in groups for one in rows}
        self.fields["person"].choices = [("", "Choose…")] + [
            (name, [(f"{kind}:{one.pk}", one.name) for one in rows]) for kind, name, rows in groups
        ]

    def as_written(self) -> dict:
        return self.people[self.cleaned_data["person"]]


class ConcernGrantForm(KitForm):
    membership = forms.ChoiceField(label="Who may read it?")
    reason = forms.CharField(label="Why do they need to?", help_text="It shows in the history.", widget=box(3))
    ends_on = SayDateField(label="Until the end of", future=True)

    def __init__(self, *args, concern, **kwargs):
        super().__init__(*args, **kwargs)
        self.memberships = {str(one.pk): one for one in memberships_to_let_in(concern)}
        self.fields["membership"].choices = [("", "Choose…")] + [
            (key, f"{one.user.name}, {one.get_role_display().lower()}") for key, one in self.memberships.items()
        ]

    def as_written(self) -> dict:
        found = dict(self.cleaned_data)
        end = timezone.make_aware(datetime.combine(found.pop("ends_on"), time(23, 59)))
        return {**found, "membership": self.memberships[found["membership"]], "ends_at": end}


class HoldPlaceForm(KitForm):
    volunteer = forms.ChoiceField(
        label="Which mentor?", help_text="They are introduced to nobody until you lift the hold. Nobody is told why."
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.volunteers = {str(one.pk): one for one in Volunteer.objects.visible_to(actor)}
        self.fields["volunteer"].choices = [("", "Choose…")] + [(key, one.name) for key, one in self.volunteers.items()]

    def as_written(self) -> dict:
        return {"volunteer": self.volunteers[self.cleaned_data["volunteer"]]}


class HoldSessionsForm(KitForm):
    why = forms.CharField(label="Why?", help_text="It stands in the history.", max_length=4000, widget=box(3))


class BreakGlassForm(KitForm):
    concern = forms.ChoiceField(label="Which one?", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why can it not wait for a safeguarding lead?",
        help_text="At least 20 letters. Every lead reads this, now.",
        widget=box(3),
    )

    def __init__(self, *args, concerns, **kwargs):
        super().__init__(*args, **kwargs)
        self.concerns = {str(one.pk): one for one in concerns}
        self.fields["concern"].choices = [(key, said(one)) for key, one in self.concerns.items()]


def said(concern) -> str:
    """A concern without a word of it: only when it was raised."""
    return f"Raised on {timezone.localtime(concern.created_at).strftime('%-d %B at %H:%M')}"
