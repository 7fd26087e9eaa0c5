"""The one who asks: a user with the roles they hold, and the one question "may they?"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from schemes.people.permissions import READS_OF_OTHERS, STAFF, Permission, Role, abilities_of


@dataclass(frozen=True)
class Actor:
    """Who acts: the user and their live roles per scheme. `visible_to` and gates take nothing else.

    Inside a scheme's pages the gate narrows it with `within`, so that no row of another scheme can slip in.
    """

    user: object
    roles: Mapping[UUID, frozenset[Role]]
    inside: UUID | None = None
    schemes: Mapping[UUID, object] = field(default_factory=dict, compare=False)  # those of `roles`, read with them
    only_applied: frozenset[UUID] = field(default=frozenset(), compare=False)  # schemes that have not approved them yet

    def within(self, scheme) -> "Actor":
        """The same person, seen from inside one scheme."""
        held = self.roles.get(scheme.pk, frozenset())
        return Actor(
            self.user, {scheme.pk: held}, inside=scheme.pk, schemes={scheme.pk: scheme}, only_applied=self.only_applied
        )

    def scheme_named(self, slug: str):
        """The scheme of that address if this person holds a role in it; else None, whether it exists or not."""
        return next((scheme for scheme in self.schemes.values() if scheme.slug == slug), None)

    def schemes_of(self, keys) -> list:
        """The schemes of these keys, by name, as they were read with the roles: a page asks nothing more for them."""
        return sorted((self.schemes[key] for key in keys), key=lambda scheme: scheme.name)

    def own(self, **mine) -> Q:
        """The share of a row filter that is somebody's own. It counts on their own pages only: inside a scheme a
        supervisor who mentors too would read of their own pair, and of themselves, what staff wrote (roles.md)."""
        return Q(**mine) if self.inside is None else Q(pk__in=[])

    def reads_all_inside(self, permission: Permission) -> bool:
        """Inside one scheme, and able to read all of it: the row filter is then one plain key, which keeps a list of
        100,000 quick (an OR with "own rows" would make the database read them all)."""
        return self.inside is not None and permission in self._abilities[self.inside]

    @cached_property
    def _abilities(self) -> dict[UUID, frozenset[Permission]]:
        return {scheme_id: abilities_of(roles) for scheme_id, roles in self.roles.items()}

    def schemes_for(self, permission: Permission) -> list[UUID]:
        """Keys of the schemes in which this person has the ability."""
        return [scheme_id for scheme_id, able in self._abilities.items() if permission in able]

    def schemes_with(self, *roles: Role) -> list[UUID]:
        """Keys of the schemes in which this person holds one of the roles."""
        return [scheme_id for scheme_id, held in self.roles.items() if held & set(roles)]

    def may(self, permission: Permission, thing) -> bool:
        """May this person do that, to this scheme or to this record?

        A record that guards itself (concern, risk decision, disclosure decision, risk assessment) is asked through its
        own grants: `thing.opens_to(actor, permission)`. Everything else goes by the role table of its scheme.
        """
        if hasattr(thing, "opens_to"):
            return thing.opens_to(self, permission)
        scheme_id = getattr(thing, "scheme_id", thing.pk)
        return permission in self._abilities.get(scheme_id, frozenset())

    @property
    def is_staff(self) -> bool:
        """Works for a scheme, anywhere."""
        return any(held & STAFF for held in self.roles.values())

    @property
    def needs_second_factor(self) -> bool:
        """Holds a role anywhere that reads of other people. Without one somebody reads of themselves alone."""
        return any(self._reads_as(scheme_id) & (STAFF | READS_OF_OTHERS) for scheme_id in self.roles)

    def _reads_as(self, scheme_id: UUID) -> frozenset[Role]:
        """Their roles there, without a mentor's where they have only applied."""
        return self.roles[scheme_id] - ({Role.MENTOR} if scheme_id in self.only_applied else set())
