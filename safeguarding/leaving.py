"""What hung on a role in this room is taken away with it, in the same transaction (roles.md)."""

from safeguarding.actions import guarded_shut
from safeguarding.concerns.grants.actions import concern_grant_end
from safeguarding.concerns.queries import grants_resting_on, holds_one_of
from safeguarding.risk.queries import risks_written_by
from safeguarding.vetting.queries import risk_decisions_of
from schemes.people.permissions import Role

AUTHORS = (Role.COORDINATOR, Role.LEAD)


def role_ended(*, membership, by) -> None:
    """Named grants on concerns rest on one role; an author reads their risk assessments as a co-ordinator or lead."""
    for grant in grants_resting_on(membership):
        concern_grant_end(grant=grant, by=by)
    if membership.role in AUTHORS and not holds_one_of(membership.user, membership.scheme_id, AUTHORS):
        for risk in risks_written_by(membership.user, membership.scheme_id):
            guarded_shut(record=risk, to=membership.user)
    if membership.role == Role.COORDINATOR:
        for decision in risk_decisions_of(membership.scheme_id):
            guarded_shut(record=decision, to=membership.user)
