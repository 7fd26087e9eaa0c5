"""The row of the trail for something that happened within a match: both people's records are named in it."""

from mentoring.audit.actions import audit_record


def noted(row, verb: str, by, **details) -> None:
    """`details` are ordinary values only: never what somebody wrote."""
    match = row.match
    about = [match.volunteer.user, match.young_person.user]
    audit_record(verb=verb, subject=row, scheme=match.scheme, about=about, details=details, by=by)
