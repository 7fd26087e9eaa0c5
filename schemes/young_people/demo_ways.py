"""The demo's young people on their way: the first meeting, contact while they wait, dates of care."""

from datetime import timedelta

from django.utils import timezone

from schemes.people.actions import young_person_move
from schemes.young_people import actions, queries
from schemes.young_people.legal_category import birthday

#: Years old when they came into care, by turns.
INTO_CARE_AT = (6, 9, 11, 13, 15)


def young_step(young_person, step: str, *, goes_on: bool, by) -> None:
    """One step on; the meeting is written down as it would be, and a yes said there needs no second word."""
    young_person.refresh_from_db()
    if step == "met":
        meeting = {
            "held_on": timezone.localdate(),
            "who_was_there": f"{young_person.first_name}, their key worker, me",
            "wants": "Somebody who turns up, and whom I can ask things.",
            "needs": "Not before eleven. A text the day before.",
            "choice": "go-on" if goes_on else "think",
        }
        actions.first_meeting_record(young_person=young_person, meeting=meeting, person={}, by=by)
    elif young_person.state != step:
        young_person_move(young_person=young_person, to=step, by=by)


def ask_again(young_person, *, by) -> None:
    """Somebody rang, and they still want a mentor."""
    said = {"made_on": timezone.localdate(), "how": "call", "reached": True, "still_wants": "yes"}
    actions.contact_record(young_person=young_person, **said, line="Still keen. Started at college.", by=by)


def care_load(stage, young_person, *, by) -> None:
    """One stretch of care each, most of them looked at by a person."""
    if not young_person.born_on:
        return
    turn = len(stage.young_people)
    came, left = (birthday(young_person.born_on, age) for age in (INTO_CARE_AT[turn % len(INTO_CARE_AT)], 18))
    ended_on = left if left <= stage.today else None
    with stage.on(stage.day(1)):
        spell = {"kind": "looked-after", "began_on": came + timedelta(days=turn % 50), "ended_on": ended_on}
        actions.care_spell_add(young_person=young_person, told_by="Their social worker", **spell, by=by)
        category = queries.worked_out_of(young_person, stage.day(1)).category
        if turn % 3:
            actions.category_confirm(young_person=young_person, worked_out=category, confirmed=category, by=by)
