"""Contact with a young person, and other support they were pointed to."""

from datetime import date

from django.db import transaction

from mentoring.transitions import Refused, locked
from schemes.people.actions import young_person_edit, young_person_move
from schemes.people.models import YoungPerson
from schemes.young_people.actions.noting import noted
from schemes.young_people.models import Contact, Signpost

State = YoungPerson.State
ON_THE_LIST = (State.WAITING, State.PAUSED)


@transaction.atomic
def contact_record(
    *, young_person, made_on: date, how: str, reached: bool, still_wants: str = "", line: str = "",
    kind: str = Contact.Kind.PROGRESS, by,
) -> Contact:  # fmt: skip
    """Somebody got in touch, or tried. A yes renews their wish; a no takes them off the list at once, without why."""
    young_person = locked(young_person)
    if still_wants and not reached:
        raise Refused("You did not reach them, so they have not said whether they still want a mentor.")
    contact = Contact.objects.create(
        young_person=young_person, kind=kind, made_on=made_on, how=how, reached=reached, still_wants=still_wants,
        line=line, made_by=by,
    )  # fmt: skip
    noted("contact.recorded", contact, by, kind=kind, reached=reached)
    last = young_person.still_wants_mentor_on
    if still_wants == Contact.StillWants.YES and (last is None or last < made_on):
        young_person_edit(young_person=young_person, changes={"still_wants_mentor_on": made_on}, by=by)
    if still_wants == Contact.StillWants.NO and young_person.state in ON_THE_LIST:
        young_person_move(young_person=young_person, to=State.CHOSE_NOT, by=by)
    return contact


@transaction.atomic
def signpost_add(
    *, young_person, where_to: str, told_on: date, why: str = "", follow_up_on: date | None = None,
    leaves: bool = False, by,
) -> Signpost:  # fmt: skip
    """They were told of other support; `leaves` where it takes the place of a mentor, else they stay as they are."""
    young_person = locked(young_person)
    signpost = Signpost.objects.create(
        young_person=young_person, where_to=where_to, why=why, told_on=told_on, follow_up_on=follow_up_on, told_by=by
    )
    noted("signpost.added", signpost, by, leaves=leaves)
    if leaves:
        young_person_move(young_person=young_person, to=State.SIGNPOSTED, why=f"To: {where_to}", by=by)
    return signpost


@transaction.atomic
def signpost_follow_up(*, signpost, followed_up_on: date, how_it_went: str = "", by) -> Signpost:
    """Somebody asked how it went there."""
    signpost = locked(signpost)
    if followed_up_on < signpost.told_on:
        raise Refused("That is before you told them of it. Check the date.")
    signpost.followed_up_on, signpost.how_it_went = followed_up_on, how_it_went
    signpost.save(update_fields=["followed_up_on", "how_it_went"])
    noted("signpost.followed_up", signpost, by)
    return signpost
