"""The demo's endings: in each scheme one planned, marked by a meeting, and one that nobody planned, by letter."""

from collections import defaultdict

from matching.endings.actions import ending_letter_confirm, ending_save, match_end, match_ending_begin
from matching.endings.queries import ending_of

#: Which of a scheme's pairs ends, and how many days ago they met for the last time.
PLANNED, UNPLANNED = 1, 4
LAST_MET = {PLANNED: 20, UNPLANNED: 9}
MEETING = {
    "way": "meeting",
    "planned": "planned",
    "reason": "goals-reached",
    "reason_words": "They had done what they set out to do.",
    "mentee_reflection": "I did not think I would keep going. I did.",
    "mentor_reflection": "I learnt to listen first.",
    "what_next": "Sees the leaving care team monthly; the college mentor takes over.",
}
LETTER = {
    "way": "letter",
    "planned": "unplanned",
    "reason": "moved",
    "reason_words": "A new job in another town, within two weeks.",
    "letter": "It was good to know you. You taught me how to make proper noodles, and to laugh at late buses. "
    "I wish you all the best for the course. Thank you for trusting me.",
    "what_next": "Dee rings every fortnight, and asks about a new mentor when they want one.",
}


def last_days(stage) -> dict:
    """{match's key: the day of their last meeting} of the pairs that end; the demo's own two are not among them."""
    by_scheme = defaultdict(list)
    for match in stage.matches:
        if match.young_person.user != stage.users["mentee"]:
            by_scheme[match.scheme_id].append(match)
    return {
        pairs[place].pk: stage.day(days)
        for pairs in by_scheme.values()
        for place, days in LAST_MET.items()
        if place < len(pairs)
    }


def endings_load(stage) -> None:
    """Begin, record and close them; those still together stay on the stage."""
    days = last_days(stage)
    for match in [match for match in stage.matches if match.pk in days]:
        planned = days[match.pk] == stage.day(LAST_MET[PLANNED])
        _ended(stage, match, LAST_MET[PLANNED if planned else UNPLANNED], MEETING if planned else LETTER)
        stage.matches.remove(match)


def _ended(stage, match, days_ago: int, words: dict) -> None:
    coordinator = stage.users["coordinator"]
    with stage.on(stage.day(days_ago - 1)):
        match_ending_begin(match=match, why=words["reason_words"], by=coordinator)
    with stage.on(stage.day(days_ago - 5)):
        done = {"meeting_on" if words["way"] == "meeting" else "letter_sent_on": stage.day(days_ago - 5)}
        fields = {**words, **done, "last_contact_on": stage.day(days_ago)}
        ending_save(match=match, fields=fields, by=coordinator)
        match_end(match=match, by=coordinator)
    if words["way"] == "letter":
        with stage.on(stage.day(days_ago - 9)):
            ending_letter_confirm(ending=ending_of(match), on=stage.day(days_ago - 9), by=coordinator)
