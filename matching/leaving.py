"""Nobody's role ends while they still hold matches or mentors: what they hold is handed over first (P8)."""

from matching.support.handing.things import counts_of, things_left
from mentoring.transitions import Refused
from mentoring.web.wording import listed
from schemes.people.permissions import Role


def role_ended(*, membership, by) -> None:
    if membership.role not in (Role.COORDINATOR, Role.SUPERVISOR):
        return
    things = things_left(membership.user, membership.scheme)
    if things:
        name = membership.user.name
        raise Refused(f"{name} still holds {listed(counts_of(things))} here. Hand them over first, beside the name.")
