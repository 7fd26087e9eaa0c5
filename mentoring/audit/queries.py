"""Reading the trail."""

from datetime import UTC

from mentoring.audit.chain import FIELDS, first_break
from mentoring.audit.models import AuditEntry, AuditHead


def broken_chains() -> list[tuple[str, int]]:
    """Each chain that was tampered with and the place of its first broken row."""
    heads = {head.chain: (head.length, head.last_hash) for head in AuditHead.objects.all()}
    chains = set(heads) | set(AuditEntry.objects.values_list("chain", flat=True).distinct())
    found = []
    for chain in sorted(chains):
        rows = AuditEntry.objects.filter(chain=chain).order_by("place").values(*FIELDS, "hash").iterator()
        length, last_hash = heads.get(chain, (0, ""))
        place = first_break(map(_as_hashed, rows), length=length, last_hash=last_hash)
        if place is not None:
            found.append((chain, place))
    return found


def _as_hashed(row: dict) -> dict:
    return {**row, "at": row["at"].astimezone(UTC).isoformat()}
