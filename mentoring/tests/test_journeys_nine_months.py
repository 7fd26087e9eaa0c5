"""Nine months of a peer relationship at 360 px: agreement, eight sessions of every kind, a message held, a review, a
changed goal, a pause with cover, a planned ending (issue "Time together", done when 1)."""

import os
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from matching.tests.readying import accepted, mentee_ready, mentor_ready, proposed
from mentoring.tests.journey.nine_months import CHAPTERS
from mentoring.tests.kept import kept
from mentoring.web.wording import MONTHS
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
#: People of the story: who they are in the cast, and whether they are on a telephone.
PEOPLE = {
    "dee": ("coordinator", False),
    "jay": ("mentee", True),
    "kofi": ("peer", True),
    "zofia": ("mentor", True),
}


@kept
def pair(cast):
    """Kofi, a peer mentor, and Jay, who said yes to each other; Zofia, a mentor with a free place."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    kofi, jay = mentor_ready(cast, cast.peer_volunteer), mentee_ready(cast, cast.young_person)
    cast.match = accepted(cast, proposed(cast, kofi, jay))
    today, now = timezone.localdate(), timezone.now()
    risk = risk_assessment_write(
        pair_key=cast.match.pk, volunteer=kofi, young_person=jay, mentor_side="His own past may come up.",
        young_person_side="Shy at first.", meeting_safely="In the library, by day.",
        review_on=today + timedelta(days=365), by=cast.coordinator,
    )  # fmt: skip
    risk_assessment_approve(risk=risk, by=cast.lead)
    for volunteer, days in ((kofi, 14), (cast.volunteer, 160)):
        volunteer.supervisions.create(
            scheme=cast.scheme, supervisor=cast.supervisor, planned_at=now + timedelta(days=days)
        )


def signs_in_again(cast, somebody, user) -> None:
    """Nobody stays signed in for a week."""
    cookie = cast.client(user).cookies["sessionid"]
    somebody.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": cast.site}])


def test_l7_nine_months_of_a_peer_mentor_and_a_young_person(pair, person, live_server):
    """Given two who said yes, when nine months go by, then everything they did, agreed, changed and ended is there, and
    whoever stood in for three weeks saw how to meet and nothing else."""
    start = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    pair.site = live_server.url
    pair.client(pair.coordinator).get("/")  # reads all the code in, which takes a busy machine its time
    for key, (user, phone) in PEOPLE.items():
        setattr(pair, key, person(key.title(), getattr(pair, user), phone=phone))
    for day, chapter in CHAPTERS:
        for key in PEOPLE:  # before the days go by: what a page still asks for would end the new sign-in with the old
            getattr(pair, key).context.clear_cookies()
        with time_machine.travel(start + timedelta(days=day), tick=True):
            pair.says = lambda days, now=start + timedelta(days=day): written(now.date() + timedelta(days=days))
            for key, (user, _) in PEOPLE.items():
                signs_in_again(pair, getattr(pair, key), getattr(pair, user))
            chapter(pair)


def written(day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
