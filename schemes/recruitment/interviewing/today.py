"""The interviews that wait for somebody, for their first page (S9)."""

from django.urls import reverse

from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission
from schemes.recruitment.interviewing.queries import interviews_waiting, waits_for

OWED = {"scores": ("your scores are wanted", "Score"), "agree": ("both have scored; agree now", "Agree")}


def interview_rows(actor) -> list[TodayRow]:
    """One row for each open interview in which this person owes something."""
    if not actor.schemes_for(Permission.INTERVIEW_HOLD):
        return []
    rows = []
    for interview in interviews_waiting(actor)[:20]:
        words, button = OWED[waits_for(interview, actor.user)]
        volunteer = interview.volunteer
        url = reverse("schemes:interview_show", args=[volunteer.scheme.slug, interview.pk])
        said = f"Interview with {volunteer.name}: {words}"
        rows.append(TodayRow(interview.held_on, said, url, detail=str(volunteer.scheme), button=button))
    return rows
