"""Something to read, once a day at the most; a message that waits for staff."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.relationships.messages.queries import unread_of_everybody, waiting_of_everybody, waits_since
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule(_("You have something to read."), optional=True)
def message_to_read(at: datetime):
    """For each day on which something new came, to whoever has not read it."""
    told = set()
    for message in unread_of_everybody(at):
        match, day = message.match, localdate(message.readable_from)
        reader = {match.volunteer.user_id, match.young_person.user_id} - {message.by_id, None}
        for person in reader:
            if (match.pk, day, person) not in told:
                told.add((match.pk, day, person))
                path = reverse("matching:message_list_mine", args=[match.pk])
                yield Due(key_of(match), day, person, path, scheme_key=str(match.scheme_id))


@rule("Something waits to be looked at.")
def message_waits(at: datetime):
    """A held or reported message: at once to co-ordinators and, where it was reported, to the leads; the manager knows
    after two days. Nobody is told of one of their own match."""
    holders = Holders()
    for message in waiting_of_everybody():
        match, since = message.match, localdate(waits_since(message))
        roles = ["coordinator", *(["lead"] if message.reported_at else [])]
        first = tuple(person for role in roles for person in holders.of(match.scheme_id, role))
        path = reverse("matching:message_decide", args=[match.scheme.slug, message.pk])
        rungs = [Rung(0, "reported" if message.reported_at else "", first, path)]
        rungs.append(Rung(2, "manager", tuple(holders.of(match.scheme_id, "manager")), "/"))
        own = {match.volunteer.user_id, match.young_person.user_id}
        for person, rung in rungs_reached(since, localdate(at), rungs):
            if person not in own:
                yield Due(key_of(message), since, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
