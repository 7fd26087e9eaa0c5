"""Writing down the first meeting (S10): who met, what was wanted, and the young person's own choice."""

from django.db import transaction

from mentoring.transitions import Refused, locked
from schemes.people.actions import young_person_edit, young_person_move
from schemes.people.models import YoungPerson
from schemes.young_people.actions.noting import noted
from schemes.young_people.actions.waiting import signpost_add
from schemes.young_people.models import FirstMeeting

State, Choice = YoungPerson.State, FirstMeeting.Choice
BEFORE = (State.REFERRED, State.CONTACTED, State.MET)


@transaction.atomic
def first_meeting_record(*, young_person, meeting: dict, person: dict, where_to: str = "", by) -> FirstMeeting:
    """Keep the meeting and do what the young person chose.

    `meeting` holds fields of the FirstMeeting, `person` what they said about themselves and how to reach them. Who
    wants to think about it stays where they are and may be met again; not going on needs no reason (P5).
    """
    young_person = locked(young_person)
    if young_person.state not in BEFORE:
        raise Refused("The first meeting is over for them. Write a contact instead.")
    if young_person.user_id == by.pk:
        raise Refused("Somebody else writes down your own first meeting.")
    if meeting["choice"] == Choice.ELSEWHERE and not where_to.strip():
        raise Refused("Say where you pointed them to.")
    if person:
        young_person_edit(young_person=young_person, changes=person, by=by)
    kept = FirstMeeting.objects.create(young_person=young_person, written_by=by, **meeting)
    noted("firstmeeting.recorded", kept, by, choice=kept.choice)
    for step in BEFORE[BEFORE.index(young_person.state) + 1 :]:
        young_person_move(young_person=young_person, to=step, by=by)
    _choose(young_person, kept, where_to, by)
    return kept


def _choose(young_person, meeting, where_to: str, by) -> None:
    """The step that their choice takes them."""
    if meeting.choice == Choice.GO_ON:
        young_person_move(young_person=young_person, to=State.WAITING, by=by)
    elif meeting.choice == Choice.NOT:
        young_person_move(young_person=young_person, to=State.CHOSE_NOT, by=by)
    elif meeting.choice == Choice.ELSEWHERE:
        signpost_add(young_person=young_person, where_to=where_to, told_on=meeting.held_on, leaves=True, by=by)
