"""Staff contact on the first page of the co-ordinator whose match it is: whom to ask, and what was promised (S14)."""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.support.debriefs import hard_of_both
from matching.support.models import Handover
from matching.support.queries import actions_open, contacts_due, looked_after_by, without_supervisor
from mentoring.home.cards import TodayRow
from mentoring.web.wording import counted
from schemes.people.permissions import Permission

#: So many rows of one kind; the list behind has all of them.
SHOWN = 5
#: A promise stands there a week before its day.
PROMISED_AHEAD_DAYS = 7


def today_rows(actor, at: datetime) -> list[TodayRow]:
    return [*_handed_over(actor), *_hard(actor), *_contacts(actor, at), *_promises(actor, at)]


def _handed_over(actor):
    """What was handed over to this person, until they have read the notes: a row for each scheme and giver."""
    if not actor.schemes_for(Permission.SUPERVISION_READ):
        return
    unread = Handover.objects.visible_to(actor).filter(read_at__isnull=True)
    number, first = Counter(), {}
    for row in unread.select_related("scheme", "handed_by").order_by("created_at"):
        number[row.scheme, row.handed_by] += 1
        first.setdefault((row.scheme, row.handed_by), localdate(row.created_at))
    for (scheme, giver), how_many in number.items():
        yield TodayRow(
            due_on=first[scheme, giver],
            words=f"{giver.first_name} handed {counted(how_many, 'thing')} over to you",
            detail=f"{scheme} · with a note",
            url=reverse("matching:handover_list", args=[scheme.slug]),
            button="Read the notes",
            badge="New",
            tone="today",
        )


def _hard(actor):
    """A mentor after a hard session, for their supervisor; for co-ordinators where they have none; whoever stood in,
    for the co-ordinators whose match it is (L6, L7)."""
    if not actor.schemes_for(Permission.SUPERVISION_EDIT):
        return
    edits = actor.schemes_for(Permission.MATCH_EDIT)
    behind = Q(volunteer__supervisor=actor.user, scheme_id__in=actor.schemes_for(Permission.SUPERVISION_EDIT))
    open_to_all = Q(without_supervisor(), scheme_id__in=edits)
    theirs = Match.objects.visible_to(actor).exclude(_own(actor))
    covered = theirs.filter(looked_after_by(actor), scheme_id__in=edits)
    rows = hard_of_both(theirs.filter(behind | open_to_all), covered)
    others = [row for row in rows if not row.with_cover_id or row.with_cover.volunteer.user_id != actor.user.pk]
    for session in others[:SHOWN]:
        yield _hard_row(session)


def _hard_row(session) -> TodayRow:
    match, cover, day = session.match, session.with_cover, localdate(session.planned_at)
    who = f"{cover.volunteer.first_name}, standing in," if cover else match.volunteer.first_name
    return TodayRow(
        due_on=localdate(session.told_at),
        words=f"{who} had a hard session: ask how they are",
        detail=f"{match} · {day.day} {day:%B}",
        url=reverse("matching:check_in_add", args=[match.scheme.slug, match.pk])
        + f"?side={cover.pk if cover else 'mentor'}",
        button="Talk it over",
        tone="warn",
    )


def contacts_of_mine(actor, at: datetime) -> list:
    """Sides to be spoken with of the matches this co-ordinator looks after; not where they are one of the two."""
    scheme_ids = actor.schemes_for(Permission.MATCH_EDIT)
    if not scheme_ids:
        return []
    mine = Match.objects.filter(looked_after_by(actor), scheme_id__in=scheme_ids)
    return contacts_due(at, mine.exclude(_own(actor)))


def _own(actor) -> Q:
    return Q(volunteer__user=actor.user) | Q(young_person__user=actor.user)


def _contacts(actor, at):
    for contact in contacts_of_mine(actor, at)[:SHOWN]:
        match = contact.match
        yield TodayRow(
            due_on=contact.due_on,
            words=f"Ask {contact.person.first_name} how it is going",
            detail=f"{match} · {match.scheme}",
            url=reverse("matching:check_in_add", args=[match.scheme.slug, match.pk]) + f"?side={contact.side}",
            button="Write it down",
        )


def _promises(actor, at):
    if not actor.schemes_for(Permission.SUPERVISION_EDIT):
        return
    soon = localdate(at) + timedelta(days=PROMISED_AHEAD_DAYS)
    for check_in in actions_open(actor).filter(to_do_on__lte=soon)[:SHOWN]:
        match = check_in.match
        yield TodayRow(
            due_on=check_in.to_do_on,
            words=f"You promised: {check_in.to_do}",
            detail=f"{match} · {match.scheme}",
            url=reverse("matching:check_in_list", args=[match.scheme.slug, match.pk]),
            button="Open",
        )
