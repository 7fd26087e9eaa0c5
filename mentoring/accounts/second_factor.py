"""Has this sign-in been through a second factor? (roles.md: staff need one before any record of a young person)"""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled

COUNTS_AS_SECOND_FACTOR = "counts_as_second_factor"


def has_second_factor(request) -> bool:
    """True once this session was opened with a second factor; the demo's one-click entry counts as having it."""
    if request.session.get(COUNTS_AS_SECOND_FACTOR):
        return True
    methods = {record.get("method") for record in get_authentication_records(request, request.user)}
    return is_mfa_enabled(request.user) and "mfa" in methods
