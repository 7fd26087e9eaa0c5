"""What co-ordinators do about meetings: plan what is asked for, plan the first one, write down how it went (S12)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from matching.pairing.meetings import queries
from mentoring.home.cards import TodayRow

#: Days until a young person who asked should have a time; and two who were introduced.
ASKED_DAYS, FIRST_DAYS = 2, 3
SHOWN = 5


def today_rows(scheme_ids) -> list[TodayRow]:
    return [*_to_record(scheme_ids), *_asked(scheme_ids), *_to_plan(scheme_ids)]


def _asked(scheme_ids):
    for meeting in queries.meetings_asked(scheme_ids)[:SHOWN]:
        match = meeting.match
        yield TodayRow(
            due_on=timezone.localtime(meeting.created_at).date() + timedelta(days=ASKED_DAYS),
            words=f"{match.young_person.first_name} would like to meet {match.volunteer.first_name} before choosing",
            detail=f"{match.scheme} · a short meeting, with you there",
            url=_page("meeting_plan", match),
            button="Plan it",
        )


def _to_plan(scheme_ids):
    for match in queries.introduced_without_meeting(scheme_ids)[:SHOWN]:
        yield TodayRow(
            due_on=match.introduced_on + timedelta(days=FIRST_DAYS),
            words=f"{match} are introduced and have no time for their first meeting",
            detail=f"{match.scheme} · with you there",
            url=_page("meeting_plan", match),
            button="Plan it",
        )


def _to_record(scheme_ids):
    """Once its time has passed; overdue from the day after the next."""
    for meeting in queries.meetings_not_recorded(timezone.now()).filter(match__scheme_id__in=scheme_ids)[:SHOWN]:
        yield TodayRow(
            due_on=timezone.localtime(meeting.planned_at).date() + timedelta(days=1),
            words=f"Did {meeting.match} meet?",
            detail=f"{meeting.match.scheme} · not written down yet",
            url=_page("meeting_record", meeting.match),
            button="Write it down",
        )


def _page(name, match) -> str:
    return reverse(f"matching:{name}", args=[match.scheme.slug, match.pk])
