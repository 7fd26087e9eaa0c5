"""Who would read it, by name, so that somebody can choose before they send it."""

from django.utils.translation import gettext

from mentoring.web.wording import listed
from safeguarding.complaints.making.forms import ALONE, SHARED
from safeguarding.complaints.queries import roles_held, would_read
from schemes.people.permissions import Role


def reader_choices(schemes, user) -> list[tuple[str, str]]:
    """The two choices in words, by name where it can only be one scheme; first what keeps it from co-ordinators."""
    if len(schemes) != 1:
        return [(ALONE, gettext("Not my co-ordinator")), (SHARED, gettext("My co-ordinator may read it too"))]
    alone, shared = (would_read(schemes[0], is_independent=each, apart_from={user}) for each in (True, False))
    held = roles_held(schemes[0])
    who = listed([one.name for one, roles in held.items() if Role.COORDINATOR in roles and one != user])
    choices = [
        (ALONE, said(gettext("Not %(names)s.") % {"names": who} if who else gettext("Not a co-ordinator."), alone))
    ]
    return (
        [*choices, (SHARED, said(gettext("%(names)s may read it too.") % {"names": who}, shared))] if who else choices
    )


def said(words: str, readers) -> str:
    names = listed([one.name for one in readers])
    who = gettext("Read by %(names)s") % {"names": names} if names else gettext("Nobody else is here to read it.")
    return f"{words} {who}"
