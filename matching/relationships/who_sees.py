"""Who can see what about a young person: read off the table of roles, so that the page cannot promise more (R8)."""

from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.cover.models import Cover
from mentoring.accounts.models import User
from mentoring.web.wording import listed
from schemes.people.models import Membership
from schemes.people.permissions import ABILITIES, Permission, Role

#: What each role is to a young person.
IS = {
    Role.COORDINATOR: _("runs this"),
    Role.LEAD: _("keeps people safe"),
    Role.SUPERVISOR: _("helps your mentor"),
    Role.MANAGER: _("is in charge"),
    Role.TRAINER: _("trains mentors"),
}


@dataclass(frozen=True)
class Thing:
    """Something that is kept. `opens` is the ability that opens it (none: nobody but the young person). `of_pair`: the
    mentor reads it too. `told`: staff who are one of the two do not read it."""

    words: str
    opens: Permission | None = None
    of_pair: bool = False
    told: bool = False


THINGS = {
    "record": Thing(_("Your name, how to reach you, and what we write about you"), Permission.PEOPLE_READ),
    "match": Thing(_("What you two agreed, your goals, and when you meet"), Permission.MATCH_READ, of_pair=True),
    "pulse": Thing(_("How you say it is going"), Permission.MATCH_EDIT, told=True),
    "ask": Thing(_("What you ask for"), Permission.MATCH_EDIT, told=True),
    "concern": Thing(_("When you tell us that something is wrong"), Permission.CONCERN_LIST),
    "diary": Thing(_("What you write only for you")),
}
ONLY_WITH_A_MENTOR = ("match", "pulse", "ask")


def things_of(match) -> dict[str, Thing]:
    """What is kept of somebody with a mentor, or without one yet."""
    return {key: thing for key, thing in THINGS.items() if match or key not in ONLY_WITH_A_MENTOR}


def readers_of(thing: Thing, scheme, match=None) -> dict[User, str]:
    """user → what they are to the young person, of everybody but themselves who can open it now; whoever stands in for
    the mentor today reads a part of what the two agreed."""
    roles = ABILITIES[thing.opens] if thing.opens else ()
    found: dict = {}
    for user, role in _holders(scheme, roles):
        if _reaches(user, role, match):
            found.setdefault(user, IS[role])
    mentor = match.volunteer.user if match else None
    if thing.told:
        found.pop(mentor, None)
    if thing.of_pair and mentor:
        pair = {mentor: gettext("your mentor")} | dict.fromkeys(
            _standing_in(match), gettext("stands in for your mentor")
        )
        found = pair | {user: words for user, words in found.items() if user not in pair}
    return found


def _standing_in(match) -> list[User]:
    rows = Cover.objects.open_on(localdate()).filter(pause__match=match, volunteer__user__isnull=False)
    return [cover.volunteer.user for cover in rows.select_related("volunteer__user")]


def said(readers: dict[User, str]) -> str:
    """ "Dee, who runs this, and Sam, who keeps people safe"."""
    return listed([f"{user.first_name} ({words})" for user, words in readers.items()]) or gettext("Nobody but you")


def _holders(scheme, roles) -> list[tuple[User, Role]]:
    """In the order of `IS`; somebody with two roles stands under the first."""
    wanted = [role for role in IS if role in roles]
    live = Membership.objects.filter(scheme=scheme, role__in=wanted, ended_at__isnull=True, user__is_active=True)
    held = sorted(live.select_related("user"), key=lambda row: (wanted.index(row.role), row.user.name))
    return [(row.user, Role(row.role)) for row in held]


def _reaches(user, role, match) -> bool:
    """A supervisor reads of their own mentors only."""
    return role != Role.SUPERVISOR or bool(match and match.volunteer.supervisor_id == user.pk)
