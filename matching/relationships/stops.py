"""Sessions that do not go ahead because the mentor is held back from meeting anybody: whether, never why (L8)."""

from django.db.models import BooleanField, ExpressionWrapper, Q

from mentoring.transitions import Refused
from safeguarding.concerns.queries import sessions_stopped

OFF_FOR_NOW = "Sessions are off for now. Somebody from the scheme will be in touch."


def is_off() -> Q:
    """For a row of a match."""
    return Q(volunteer__in=sessions_stopped())


def with_sessions_off(matches):
    """Each with `sessions_off`, in the same query."""
    return matches.annotate(sessions_off=ExpressionWrapper(is_off(), output_field=BooleanField()))


def sessions_off(match) -> bool:
    return sessions_stopped().filter(volunteer=match.volunteer_id).exists()


def refuse_while_off(match) -> None:
    """Nothing new is planned or moved; what was held is still written down."""
    if sessions_off(match):
        raise Refused(OFF_FOR_NOW)
