"""The demo's pauses: one goes on and somebody stands in; the demo's own young person is asked about the next; and one
mentor has told of a change that waits for an answer."""

from datetime import timedelta

from django.utils import timezone

from matching.cover import actions
from matching.cover.gate import covers_to_choose
from matching.cover.models import COVERED
from matching.cover.news.actions import news_tell
from matching.relationships.demo import at_half_past_five
from matching.supervision.actions import supervision_plan

#: Days before today on which it was planned and began, and the days that are left; of the one ahead, first and last.
PLANNED, BEGAN, LEFT = 24, 10, 11
AHEAD, UNTIL = 16, 30
WHY = "Her mother had an operation in Kraków, and she looks after her. Back before the spring."
WORDS = "My shifts change from next month. Thursdays will not work any more."
NOTE = "Made pancakes and looked at bus times for college."


def pauses_load(stage) -> None:
    own = stage.users["mentee"]
    pairs = [match for match in stage.matches if _goes_on(match) and match.introduced_on < stage.day(PLANNED + 30)]
    mine = next((match for match in pairs if match.young_person.user == own), None)
    for match in pairs:
        if match != mine and _under_way(stage, match):
            break
    if mine:
        _ahead(stage, mine)


def _goes_on(match) -> bool:
    match.refresh_from_db()
    return match.state in COVERED


def _plan(stage, match, first, last):
    by = stage.users["coordinator"]
    return actions.pause_plan(
        match=match, whose="mentor", from_on=first, until_on=last, why=WHY, contact_by=by, contact_every_days=14, by=by
    )


def _asked(stage, pause):
    """The first who is free; one whose next supervision alone is missing has it planned."""
    by = stage.users["coordinator"]
    for volunteer, wrong in covers_to_choose(pause, timezone.localdate()):
        if {line.key for line in wrong} - {"supervision"}:
            continue
        if wrong and volunteer.supervisor:
            at = timezone.now() + timedelta(days=PLANNED + 3)
            supervision_plan(volunteers=[volunteer], supervisor=volunteer.supervisor, planned_at=at, by=by)
            wrong = []
        if not wrong:
            return actions.cover_ask(pause=pause, volunteer=volunteer, by=by)
    return None


def _under_way(stage, match) -> bool:
    by, today = stage.users["coordinator"], stage.today
    with stage.on(stage.day(PLANNED)):
        pause = _plan(stage, match, stage.day(BEGAN), today + timedelta(days=LEFT))
        cover = _asked(stage, pause)
    if cover is None:
        with stage.on(stage.day(PLANNED)):
            actions.pause_withdraw(pause=pause, by=by)
        return False
    with stage.on(stage.day(PLANNED - 2)):
        cover = actions.cover_mentee_answer(cover=cover, answer="yes", by=match.young_person.user or by)
        cover = actions.cover_mentor_answer(cover=cover, answer="yes", by=cover.volunteer.user or by)
    with stage.on(stage.day(BEGAN)):
        actions.pause_begin(pause=pause, by=None)
    with stage.on(stage.day(5), hour=20):
        actions.cover_session_log(
            cover=cover, outcome="held", planned_at=at_half_past_five(stage.day(5)) - timedelta(hours=2), minutes=75,
            channel="in-person", shared_note=NOTE, by=cover.volunteer.user or by,
        )  # fmt: skip
    return True


def _ahead(stage, match) -> None:
    with stage.on(stage.day(1), hour=11):
        pause = _plan(stage, match, stage.today + timedelta(days=AHEAD), stage.today + timedelta(days=UNTIL))
        _asked(stage, pause)
    with stage.on(stage.day(1), hour=19):
        news_tell(
            volunteer=match.volunteer, kind="job", from_on=stage.today + timedelta(days=25), means="fewer", words=WORDS,
            by=match.volunteer.user,
        )  # fmt: skip
