"""What every write about supervision begins and ends with."""

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused


def not_about_oneself(volunteers, by) -> None:
    """Staff who mentor too plan and write nothing about their own supervision; they answer as every mentor does."""
    if by and any(volunteer.user_id == by.pk for volunteer in volunteers):
        raise Refused("This is about you. Somebody else of the scheme has to do it.")


def noted(supervision, verb: str, by, **details) -> None:
    about = [supervision.volunteer.user_id]
    audit_record(
        verb=f"supervision.{verb}", subject=supervision, scheme=supervision.scheme_id, about=about, details=details,
        by=by,
    )  # fmt: skip
