"""The row of the trail for something that happened within a match: both people's records are named in it."""

from matching.pairing.models import Match
from mentoring.audit.actions import audit_record


def noted(row, verb: str, by, **details) -> None:
    """`details` are ordinary values only: never what somebody wrote. The two are read as keys, in one query: a session
    is written down while others wait for the trail."""
    keys = ("scheme_id", "volunteer__user_id", "young_person__user_id")
    scheme, *both = Match.objects.values_list(*keys).get(pk=row.match_id)
    audit_record(verb=verb, subject=row, scheme=scheme, about=both, details=details, by=by)
