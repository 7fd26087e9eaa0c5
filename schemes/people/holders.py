"""Who holds a role where: asked by every reminder rule, in one query."""

from collections import defaultdict
from uuid import UUID

from schemes.people.models import Membership


class Holders:
    """The people of every scheme by role, read once: `holders.of(scheme_id, "coordinator")` → their keys."""

    def __init__(self):
        self._held: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
        live = Membership.objects.filter(ended_at__isnull=True, user__is_active=True)
        for scheme_id, role, user_id in live.values_list("scheme_id", "role", "user_id"):
            self._held[scheme_id, role].append(user_id)

    def of(self, scheme_id: UUID, *roles: str) -> list[UUID]:
        """Keys of those who hold one of the roles, each once."""
        return list(dict.fromkeys(user for role in roles for user in self._held[scheme_id, role]))
