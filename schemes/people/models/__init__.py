"""The people of a scheme: who holds a role, who volunteers, who asked for a mentor, who referred them (S9, S10)."""

from schemes.people.models.memberships import (
    Invitation,
    InvitationQuerySet,
    Membership,
    MembershipQuerySet,
    invited_by_name,
)
from schemes.people.models.referrals import Referral, ReferralQuerySet
from schemes.people.models.refs import new_ref, new_volunteer_ref, new_young_person_ref
from schemes.people.models.volunteers import Volunteer, VolunteerQuerySet, VolunteerStateChange
from schemes.people.models.young_people import YoungPerson, YoungPersonQuerySet, YoungPersonStateChange

__all__ = [
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Referral",
    "ReferralQuerySet",
    "Volunteer",
    "VolunteerQuerySet",
    "VolunteerStateChange",
    "YoungPerson",
    "YoungPersonQuerySet",
    "YoungPersonStateChange",
    "invited_by_name",
    "new_ref",
    "new_volunteer_ref",
    "new_young_person_ref",
]
