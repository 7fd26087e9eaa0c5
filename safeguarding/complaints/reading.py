"""Whose role reads a complaint (roles.md, P8). Pure. Who made it and whom it is about are shut out before that."""

from collections.abc import Set

from schemes.people.permissions import Role

HANDLERS = frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD})
#: Who looks again when the first answer would not do.
LOOK_AGAIN = frozenset({Role.MANAGER, Role.LEAD})


def reads(held: Set[Role], *, is_independent: bool, reaches_managers: bool) -> bool:
    """Whoever co-ordinates never reads an independent one, whatever else they are: a second role is no way round.

    Managers read what is independent, what waited too long and what is looked at again (`reaches_managers`).
    """
    if Role.COORDINATOR in held:
        return not is_independent
    return Role.LEAD in held or (Role.MANAGER in held and reaches_managers)
