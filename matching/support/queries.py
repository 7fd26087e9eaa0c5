"""Whom staff should speak with, and when they last did (S14). One definition for first page, match, list and reminder.

The rules of time take the moment as `at`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from matching.cover.models import Cover
from matching.cover.queries import open_pauses
from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.support.models import CheckIn
from matching.support.rhythm import ContactRhythm, days_without
from schemes.people.models import Membership
from schemes.people.permissions import Role

#: States in which each side is spoken with: through a pause too, while what is ending has its own days.
HELD = tuple(state for state in TOGETHER if state != "ending")
SIDES = ("mentor", "mentee")
#: Who may stand behind a mentor.
SUPERVISE = (Role.SUPERVISOR, Role.COORDINATOR)
#: Who a row names, and all it reads of them: sealed words stay shut, which is most of the time of a long list.
PEOPLE = ("scheme", "volunteer__supervisor", "young_person", "co_ordinator")
READ = (
    "state", "introduced_on", "scheme__name", "scheme__slug", "scheme__contact_first_month_days",
    "scheme__contact_first_year_days", "scheme__contact_later_days", "scheme__peer_contact_days", "volunteer__name",
    "volunteer__ref", "volunteer__is_peer", "volunteer__user", "volunteer__supervisor__name", "young_person__name",
    "young_person__ref", "young_person__user", "co_ordinator__name",
)  # fmt: skip


@dataclass(frozen=True)
class Contact:
    """Where one side of a match stands: last spoken with (None: never), due on, and missed twice after `twice_on`."""

    match: Match
    side: str
    last_on: date | None
    due_on: date
    twice_on: date

    @property
    def person(self):
        return self.match.volunteer if self.side == "mentor" else self.match.young_person


def rhythm_of(match) -> ContactRhythm:
    """The scheme's own, closer for a peer mentor's match, both sides of it (P8)."""
    scheme = match.scheme
    rhythm = ContactRhythm(scheme.contact_first_month_days, scheme.contact_first_year_days, scheme.contact_later_days)
    return rhythm.closer(scheme.peer_contact_days) if match.volunteer.is_peer else rhythm


def with_last_contacts(matches):
    """Each match with the day its `mentor_spoken_on` and its `mentee_spoken_on`, how often the young person is to be
    spoken with in a pause (`pause_contact_days`), and its people: one query."""
    last = {
        f"{side}_spoken_on": Subquery(
            CheckIn.objects.filter(match=OuterRef("pk"), side=side).order_by("-spoken_on").values("spoken_on")[:1]
        )
        for side in SIDES
    }
    pause = open_pauses().filter(match=OuterRef("pk"), match__state=Match.State.PAUSED)
    last["pause_contact_days"] = Subquery(pause.values("contact_every_days")[:1])
    return matches.annotate(**last).select_related(*PEOPLE).only(*READ)


def contacts_of(match) -> list[Contact]:
    """Both sides of a match that `with_last_contacts` gave; none where nobody is to be spoken with."""
    if match.state not in HELD or match.introduced_on is None:
        return []
    return [_contact(match, side) for side in SIDES]


def _contact(match, side: str) -> Contact:
    last, rhythm = getattr(match, f"{side}_spoken_on"), rhythm_of(match)
    if side == "mentee" and match.pause_contact_days:
        rhythm = rhythm.closer(match.pause_contact_days)
    due_on, twice_on = islice(days_without(match.introduced_on, last, rhythm), 2)
    return Contact(match, side, last, due_on, twice_on)


def contacts_due(at: datetime, matches=None) -> list[Contact]:
    """Sides of a match to be spoken with by that moment, the longest due first: of all schemes, or of these matches."""
    found = (Match.objects.all() if matches is None else matches).filter(state__in=HELD)
    today = localdate(at)
    due = [each for match in with_last_contacts(found) for each in contacts_of(match) if each.due_on <= today]
    return sorted(due, key=lambda contact: contact.due_on)


def nobodys(person: str, *roles: str) -> Q:
    """Matches that name as this person nobody, somebody who holds none of the roles there any more, or one of the two:
    as the reminders tell it."""
    held = Membership.objects.filter(
        scheme=OuterRef("scheme"), user=OuterRef(person), role__in=roles, ended_at__isnull=True, user__is_active=True
    )
    return ~Exists(held) | Q(**{person: F("volunteer__user")}) | Q(**{person: F("young_person__user")})


def without_co_ordinator() -> Q:
    return nobodys("co_ordinator", Role.COORDINATOR)


def without_supervisor() -> Q:
    return nobodys("volunteer__supervisor", *SUPERVISE)


def looked_after_by(actor) -> Q:
    """Matches that are this co-ordinator's, and those that are nobody's: everybody's until somebody takes them."""
    return Q(co_ordinator=actor.user) | without_co_ordinator()


def own_check_ins(match, side: str):
    """What one of the two sees: that somebody spoke with them, how and when. Never a word of it, never the other's."""
    rows = match.check_ins.filter(side=side).select_related("spoken_by")
    return rows.only("spoken_on", "how", "created_at", "match_id", "spoken_by__name")


def stood_in(match, user) -> list[Cover]:
    """Those who stand in, or did, for staff to speak with; never `user` themselves."""
    agreed = Cover.objects.filter(pause__match=match, mentor_answer=Cover.Answer.YES).exclude(volunteer__user=user)
    return list(agreed.select_related("volunteer", "pause").order_by("created_at"))


def actions_open(actor):
    """What this person promised in a check-in and has not done, the oldest promise first."""
    rows = CheckIn.objects.visible_to(actor).to_do().filter(to_do_by=actor.user)
    return rows.select_related("match__scheme", "match__volunteer", "match__young_person").order_by("to_do_on")
