"""Reading the trail."""

from collections.abc import Iterable
from datetime import UTC

from mentoring.audit.actions import PURPOSE
from mentoring.audit.chain import FIELDS, Anchor, first_break, is_sealed
from mentoring.audit.models import AuditEntry, AuditHead
from mentoring.fields import keys_for

NO_END = (-1, "")


def anchors() -> list[Anchor]:
    """How far each chain has come, to be told where the database's own administrator cannot change it."""
    return [Anchor(*row) for row in AuditHead.objects.order_by("chain").values_list("chain", "length", "last_hash")]


def broken_chains(against: Iterable[Anchor] = ()) -> list[tuple[str, int]]:
    """Each chain that was tampered with and the place of its first broken row. `against`: what was told of the chains
    earlier, which shows also a trail that was put back whole to how it was before."""
    heads, told = _sealed_heads(), list(against)
    chains = set(heads) | set(AuditEntry.objects.values_list("chain", flat=True).distinct())
    found = []
    for chain in sorted(chains | {anchor.chain for anchor in told}):
        rows = AuditEntry.objects.filter(chain=chain).order_by("place").values(*FIELDS, "hash").iterator()
        length, last_hash = heads.get(chain, (0, ""))
        place = first_break(map(_as_hashed, rows), length=length, last_hash=last_hash)
        place = place or _first_untrue([anchor for anchor in told if anchor.chain == chain], length)
        if place is not None:
            found.append((chain, place))
    return found


def _sealed_heads() -> dict[str, tuple[int, str]]:
    """Where each chain ends. A head that nobody with the key wrote fits no chain, not even an empty one."""
    keys, found = keys_for(PURPOSE), {}
    for head in AuditHead.objects.all():
        is_ours = is_sealed(Anchor(head.chain, head.length, head.last_hash), head.seal, keys)
        found[head.chain] = (head.length, head.last_hash) if is_ours else NO_END
    return found


def _first_untrue(told: list[Anchor], length: int) -> int | None:
    """The place up to which something was changed since it was told, or where the chain ends too early."""
    for anchor in sorted(told, key=lambda anchor: anchor.length):
        stands = AuditEntry.objects.filter(chain=anchor.chain, place=anchor.length, hash=anchor.last_hash)
        if anchor.length and not stands.exists():
            return min(anchor.length, length + 1)
    return None


def _as_hashed(row: dict) -> dict:
    return {**row, "at": row["at"].astimezone(UTC).isoformat()}
