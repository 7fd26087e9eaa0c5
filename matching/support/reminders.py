"""Rules about staff contact (reminders.md, "first-month check-in"). The rows are those the screens show."""

from django.urls import reverse
from django.utils.timezone import localdate

from matching.support.debriefs import hard_covers, hard_sessions
from matching.support.models import Handover
from matching.support.queries import SUPERVISE, contacts_due
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

#: So many days after a hard session the co-ordinators hear that nobody has rung the mentor yet.
HARD_DAYS = 3
#: Whoever has not read what was handed over to them hears of it once more.
AGAIN_DAYS = 3


@rule("It is time to ask somebody how it is going.")
def check_in_due(at):
    """Weeks 1, 2 and 4 of a match, then monthly, then quarterly, each side for itself: the co-ordinator whose match it
    is. The manager once two in a row were missed."""
    holders, today = Holders(), localdate(at)
    for contact in contacts_due(at):
        match = contact.match
        path = reverse("matching:match_show", args=[match.scheme.slug, match.pk])
        rungs = [
            Rung(0, contact.side, co_ordinators_of(match, holders), path),
            Rung(
                (contact.twice_on - contact.due_on).days + 1, f"{contact.side} manager",
                tuple(holders.of(match.scheme_id, "manager")), "/",
            ),
        ]  # fmt: skip
        for person, rung in rungs_reached(contact.due_on, today, rungs):
            yield Due(key_of(match), contact.due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))


@rule("A mentor would be glad of a call.")
def session_hard(at):
    """After a hard session: the mentor's supervisor the same day, the co-ordinators three days later (L6). After one
    of somebody who stood in: the co-ordinators (L7)."""
    holders, today = Holders(), localdate(at)
    for session in hard_sessions():
        match = session.match
        path = reverse("matching:match_show", args=[match.scheme.slug, match.pk])
        co_ordinators = co_ordinators_of(match, holders)
        first = supervisors_of(match, holders) or co_ordinators
        rungs = [Rung(0, "", first, path), Rung(HARD_DAYS, "co-ordinator", co_ordinators, path)]
        due_on = localdate(session.told_at)
        for person, rung in rungs_reached(due_on, today, rungs):
            yield Due(key_of(session), due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
    yield from _covers_hard(holders, today)


def _covers_hard(holders, today):
    """After one of somebody who stands in: the co-ordinators, the same day and three days later."""
    for session in hard_covers():
        match, cover = session.match, session.with_cover.volunteer
        people = tuple(key for key in co_ordinators_of(match, holders) if key != cover.user_id)
        path, due_on = reverse("matching:match_show", args=[match.scheme.slug, match.pk]), localdate(session.told_at)
        rungs = [Rung(0, "", people, path), Rung(HARD_DAYS, "co-ordinator", people, path)]
        for person, rung in rungs_reached(due_on, today, rungs):
            yield Due(key_of(session), due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))


@rule("Something was handed over to you.")
def handed_over(at):
    """At once, and again three days later, until the notes are read: one for each giver and scheme."""
    unread = Handover.objects.filter(read_at__isnull=True, created_at__lte=at).select_related("scheme")
    first = {}
    for row in unread.order_by("created_at", "pk"):
        first.setdefault((row.scheme_id, row.taken_by_id, row.handed_by_id), row)
    for row in first.values():
        path = reverse("matching:handover_list", args=[row.scheme.slug])
        due_on, people = localdate(row.created_at), (row.taken_by_id,)
        rungs = [Rung(0, "", people, path), Rung(AGAIN_DAYS, "again", people, path)]
        for person, rung in rungs_reached(due_on, localdate(at), rungs):
            yield Due(key_of(row), due_on, person, rung.path, step=rung.step, scheme_key=str(row.scheme_id))


def supervisors_of(match, holders: Holders) -> tuple:
    """Who stands behind the mentor, while they hold a role for it; never one of the two themselves."""
    both = {match.volunteer.user_id, match.young_person.user_id}
    able = set(holders.of(match.scheme_id, *SUPERVISE)) - both
    return (match.volunteer.supervisor_id,) if match.volunteer.supervisor_id in able else ()


def co_ordinators_of(match, holders: Holders) -> tuple:
    """Whose match it is while they hold the role, else every co-ordinator; never one of the two themselves."""
    both = {match.volunteer.user_id, match.young_person.user_id}
    held = [key for key in holders.of(match.scheme_id, "coordinator") if key not in both]
    return (match.co_ordinator_id,) if match.co_ordinator_id in held else tuple(held)
