"""The demo's staff contact: each side spoken with when it was due, now and then a few days late; some wait today.
Mentors say how sessions were for them; the demo's own mentor had a hard one and has not been rung yet."""

from datetime import timedelta

from django.utils.timezone import localdate

from matching.endings.demo import last_days
from matching.support.actions import check_in_add, check_in_done, debrief_say
from matching.support.queries import rhythm_of
from matching.support.rhythm import is_debriefed, next_contact_on

#: What each side says, in turn.
SAID = {
    "mentor": (
        "Going well. They have found a rhythm and a café.",
        "Not sure how much to push about college. We talked it through.",
        "Enjoys it. Busy at work this month, and still kept every date.",
        "A quiet time. Says silence in the car is fine by now.",
    ),
    "mentee": (
        "Likes it. Says it is easy to talk to them.",
        "Would rather meet outdoors in summer. I said I would pass it on.",
        "All good. Was proud of the interview.",
        "Tired, a lot going on with the flat. Meeting up helps.",
    ),
}
PROMISES = ("Ask for the list of free places at the climbing hall", "Send the form for travel costs")
#: Every so many check-ins something is promised; one side of every so many pairs has been waiting for some weeks.
PROMISED_EACH, WAITS_EACH, WAITED_DAYS = 5, 4, 50
#: What the co-ordinator promised the demo's own young person some days ago, and has still to do.
OPEN_PROMISE, PROMISED_DAYS = "Ask whether the climbing hall has a free evening", 3


#: How a session was for the mentor: told about every so many of the first half year.
DEBRIEFED_EACH = 4
DEBRIEFS = (
    {"feeling": "good", "words": "We laughed a lot."},
    {"feeling": "mixed", "words": "Long silences. I did not mind, I think they did."},
    {"feeling": "good", "words": ""},
)
HARD = {
    "feeling": "hard",
    "words": "He was very low and hardly spoke. I did not know what to say.",
    "talk_over": "How long to stay quiet, and how not to take it home.",
}


def check_ins_load(stage) -> None:
    until = last_days(stage)
    for number, match in enumerate(stage.matches):
        for side in ("mentor", "mentee"):
            waits = side == "mentee" and number % WAITS_EACH == 2
            end = until.get(match.pk, stage.today - timedelta(days=WAITED_DAYS if waits else 0))
            if side == "mentor" and match.volunteer.user == stage.users["mentor"]:
                end = localdate(match.mentoringsessions.filter(outcome="held").latest("planned_at").planned_at)
            _spoken_until(stage, match, side, end)
        if match.young_person.user == stage.users["mentee"]:
            _promised(stage, match)


def _promised(stage, match) -> None:
    day = stage.day(PROMISED_DAYS)
    with stage.on(day, hour=16):
        check_in_add(
            match=match, side="mentee", spoken_on=day, how="phone", words=SAID["mentee"][1], to_do=OPEN_PROMISE,
            to_do_on=stage.today, by=stage.users["coordinator"],
        )  # fmt: skip


def _spoken_until(stage, match, side: str, end) -> None:
    rhythm, luck, last, turn = rhythm_of(match), stage.random, None, 0
    while (
        day := next_contact_on(match.introduced_on, last, rhythm) + timedelta(days=luck.choice((-1, 0, 0, 2)))
    ) < end:
        turn += 1
        with stage.on(day, hour=15):
            promise = luck.choice(PROMISES) if turn % PROMISED_EACH == 0 else ""
            check_in = check_in_add(
                match=match, side=side, spoken_on=day, how=luck.choice(("phone", "phone", "text", "visit")),
                words=SAID[side][turn % len(SAID[side])], to_do=promise,
                to_do_on=day + timedelta(days=7) if promise else None, by=stage.users["coordinator"],
            )  # fmt: skip
        if promise and day + timedelta(days=5) < stage.today:
            with stage.on(day + timedelta(days=5)):
                check_in_done(check_in=check_in, by=stage.users["coordinator"])
        last = day


def debriefs_load(stage) -> None:
    """By mentors who have an account; the last session of the demo's own mentor was a hard one."""
    for match in stage.matches:
        if match.volunteer.user is None:
            continue
        held = [s for s in match.mentoringsessions.filter(outcome="held").order_by("planned_at") if _is_early(match, s)]
        for turn, session in enumerate(held[::DEBRIEFED_EACH]):
            with stage.on(localdate(session.planned_at), hour=21):
                debrief_say(session=session, **DEBRIEFS[turn % len(DEBRIEFS)], by=match.volunteer.user)
        if match.volunteer.user == stage.users["mentor"]:
            last = match.mentoringsessions.filter(outcome="held").latest("planned_at")
            with stage.on(localdate(last.planned_at), hour=22):
                debrief_say(session=last, **HARD, by=match.volunteer.user)


def _is_early(match, session) -> bool:
    return is_debriefed(match.introduced_on, localdate(session.planned_at))
