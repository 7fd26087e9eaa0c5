"""The demo's endings: in each scheme one planned, marked by a meeting, one that nobody planned, by letter, and one that
is coming, with its plan."""

from collections import defaultdict
from datetime import timedelta

from matching.endings.actions import ending_save, match_end, match_ending_begin
from matching.endings.checklist import LAST_MEETING
from matching.endings.letters.actions import ending_letter_confirm, ending_letter_write
from matching.endings.planning.actions import ending_plan_write
from matching.endings.planning.queries import agreed_end_of
from matching.endings.queries import ending_of, goals_to_close

#: Which of a scheme's pairs ends, and how many days ago they met for the last time.
PLANNED, UNPLANNED = 1, 4
COMING = 0
LAST_MET = {PLANNED: 20, UNPLANNED: 9}
PLAN = {
    "last_weeks": "Three more Thursdays. On the last one they cook for the friends from college.",
    "goals": "The driving test goes on with the college mentor. The rest is done.",
    "who_tells": "Dee tells the personal adviser; both tell the others at college themselves.",
}
MEETING = {
    "way": "meeting",
    "planned": "planned",
    "reason": "goals-reached",
    "reason_words": "They had done what they set out to do.",
    "mentee_reason": "done",
    "mentee_reflection": "I did not think I would keep going. I did.",
    "mentor_reason": "time-up",
    "mentor_reflection": "I learnt to listen first.",
    "talked_about": [*LAST_MEETING],
    "contact_after": True,
    "contact_channel": "A text now and then",
    "contact_known": "Both said so, each alone. Dee asks how it is in three months.",
    "what_next": "Sees the leaving care team monthly; the college mentor takes over.",
}
UNPLANNED_END = {
    "way": "letter",
    "planned": "unplanned",
    "reason": "moved",
    "reason_words": "A new job in another town, within two weeks.",
    "contact_after": False,
    "what_next": "Dee rings every fortnight, and asks about a new mentor when they want one.",
}
LETTER = (
    "It was good to know you. You taught me how to make proper noodles, and to laugh at late buses. "
    "I wish you all the best for the course. Thank you for trusting me."
)
CARRIED_ON = ("carried-on", "The college mentor")


def last_days(stage) -> dict:
    """{match's key: the day of their last meeting} of the pairs that end."""
    return {
        pairs[place].pk: stage.day(days)
        for pairs in _by_scheme(stage)
        for place, days in LAST_MET.items()
        if place < len(pairs)
    }


def _by_scheme(stage) -> list[list]:
    """The pairs of each scheme; the demo's own two are not among them."""
    by_scheme = defaultdict(list)
    for match in stage.matches:
        if match.young_person.user != stage.users["mentee"]:
            by_scheme[match.scheme_id].append(match)
    return list(by_scheme.values())


def endings_load(stage) -> None:
    """Plan, begin, record and close them; those still together stay on the stage."""
    for pairs in _by_scheme(stage):
        _planned(stage, pairs[COMING])
    days = last_days(stage)
    for match in [match for match in stage.matches if match.pk in days]:
        planned = days[match.pk] == stage.day(LAST_MET[PLANNED])
        _ended(stage, match, LAST_MET[PLANNED if planned else UNPLANNED], MEETING if planned else UNPLANNED_END)
        stage.matches.remove(match)


def _planned(stage, match) -> None:
    with stage.on(stage.day(20)):
        if ends_on := agreed_end_of(match):
            ending_plan_write(match=match, ends_on=ends_on, **PLAN, by=stage.users["coordinator"])


def _ended(stage, match, days_ago: int, words: dict) -> None:
    by, closed_on = stage.users["coordinator"], stage.day(days_ago - 5)
    fields = {**words, "last_contact_on": stage.day(days_ago)}
    if words["way"] == "meeting":
        fields |= {"meeting_on": closed_on, "contact_until": closed_on + timedelta(days=180)}
    with stage.on(stage.day(days_ago - 1)):
        match_ending_begin(match=match, why=words["reason_words"], by=by)
    with stage.on(closed_on):
        goals = {goal.pk: CARRIED_ON for goal in goals_to_close(match)}
        ending_save(match=match, fields=fields, goals=goals, by=by)
        if words["way"] == "letter":
            ending_letter_write(match=match, letter=LETTER, letter_by="post", letter_sent_on=closed_on, by=by)
        match_end(match=match, by=by)
    if words["way"] == "letter":
        with stage.on(stage.day(days_ago - 9)):
            ending_letter_confirm(ending=ending_of(match), on=stage.day(days_ago - 9), by=by)
