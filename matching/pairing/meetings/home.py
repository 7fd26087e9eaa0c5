"""What co-ordinators do about meetings: plan what is asked for, plan the first one, write down how it went (S12)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from matching.pairing.meetings import queries
from mentoring.home.cards import TodayRow
from mentoring.web.wording import short_day

#: Days until a young person who asked should have a time; and two who were introduced.
ASKED_DAYS, FIRST_DAYS = 2, 3
#: A meeting stands on the page of whoever is to be there so many days before.
AHEAD_DAYS = 7
SHOWN = 5


def today_rows(scheme_ids, user) -> list[TodayRow]:
    """`user`: who reads, of other people's pairs alone. Nobody learns so of a hold on themselves or on whom they would
    be matched with, nor that somebody asked to meet them first."""
    now = timezone.now()
    meetings = [meeting for meeting in queries.meetings_open(scheme_ids) if not meeting.match.is_one_of_two(user)]
    planned = [meeting for meeting in meetings if meeting.outcome == queries.Outcome.PLANNED]
    ahead = [meeting for meeting in planned if meeting.planned_at >= now]
    stopped = [meeting for meeting in ahead if meeting.held_back]
    asked = [meeting for meeting in meetings if meeting.outcome == queries.Outcome.ASKED]
    passed = [meeting for meeting in planned if meeting.planned_at < now]
    yours = [meeting for meeting in ahead if meeting.staff_id == user.pk and not meeting.held_back]
    return [
        *_stopped(stopped),
        *_to_record(passed),
        *_asked(asked),
        *_yours(yours, timezone.localdate(now)),
        *_to_plan(scheme_ids, user),
    ]


def _stopped(meetings):
    today = timezone.localdate()
    for meeting in meetings[:SHOWN]:
        planned_on = timezone.localtime(meeting.planned_at).date()
        yield TodayRow(
            due_on=today,
            words=f"{meeting.match} cannot meet for now",
            detail=f"{meeting.match.scheme} · planned for {short_day(planned_on, today)}",
            url=_page("match_show", meeting.match),
            button="See what to do",
            tone="warn",
        )


def _yours(meetings, today):
    """Those within a week at which this person is to be, whoever planned them (P8)."""
    last = today + timedelta(days=AHEAD_DAYS)
    for meeting in [one for one in meetings if timezone.localdate(one.planned_at) <= last][:SHOWN]:
        yield TodayRow(
            due_on=timezone.localdate(meeting.planned_at),
            words=f"You meet {meeting.match}",
            detail=f"{meeting.match.scheme} · {meeting.place}",
            url=_page("match_show", meeting.match),
            button="Open",
        )


def _asked(meetings):
    for meeting in meetings[:SHOWN]:
        match = meeting.match
        yield TodayRow(
            due_on=timezone.localtime(meeting.created_at).date() + timedelta(days=ASKED_DAYS),
            words=f"{match.young_person.first_name} would like to meet {match.volunteer.first_name} before choosing",
            detail=f"{match.scheme} · a short meeting, with you there",
            url=_page("meeting_plan", match),
            button="Plan it",
        )


def _to_plan(scheme_ids, user):
    found = queries.introduced_without_meeting(scheme_ids)
    for match in [match for match in found if not match.is_one_of_two(user)][:SHOWN]:
        yield TodayRow(
            due_on=match.introduced_on + timedelta(days=FIRST_DAYS),
            words=f"{match} are introduced and have no time for their first meeting",
            detail=f"{match.scheme} · with you there",
            url=_page("meeting_plan", match),
            button="Plan it",
        )


def _to_record(meetings):
    """Once its time has passed; overdue from the day after the next."""
    for meeting in meetings[:SHOWN]:
        yield TodayRow(
            due_on=timezone.localtime(meeting.planned_at).date() + timedelta(days=1),
            words=f"Did {meeting.match} meet?",
            detail=f"{meeting.match.scheme} · not written down yet",
            url=_page("meeting_record", meeting.match),
            button="Write it down",
        )


def _page(name, match) -> str:
    return reverse(f"matching:{name}", args=[match.scheme.slug, match.pk])
