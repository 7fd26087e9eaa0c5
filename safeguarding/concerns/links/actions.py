"""Saying that two concerns belong together."""

from django.db import transaction
from django.db.models import Q

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused
from safeguarding.concerns.links.models import ConcernLink
from safeguarding.concerns.queries import shut_out


@transaction.atomic
def concern_link(*, concern, other, why, by) -> ConcernLink:
    """In the trail, and in the history of neither: who reads one of the two may have to know nothing of the other."""
    if by.pk in shut_out(concern) | shut_out(other) or concern.scheme_id != other.scheme_id:
        raise Refused("You cannot do this.")
    if concern.pk == other.pk:
        raise Refused("That is the same one.")
    if not why.strip():
        raise Refused("Write down why they belong together.")
    known = ConcernLink.objects.filter(Q(concern=concern, other=other) | Q(concern=other, other=concern)).first()
    if known:
        return known
    link = ConcernLink.objects.create(concern=concern, other=other, why=why, by=by)
    audit_record(verb="concern.linked", subject=concern, scheme=concern.scheme, by=by)
    return link
