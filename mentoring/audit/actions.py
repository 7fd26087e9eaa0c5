"""The only writer of the trail."""

from datetime import UTC

from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.audit.chain import Anchor, hash_of, seal_of
from mentoring.audit.models import AuditEntry, AuditHead
from mentoring.fields import keys_for

SYSTEM = "system"
#: What the key that seals heads is made for.
PURPOSE = "audit"


def audit_record(*, verb: str, subject, scheme=None, about=(), details=None, by=None) -> AuditEntry:
    """Add one row to the scheme's chain, in the caller's transaction: no row, no act.

    `subject` is the record acted on, `about` the users whose record it is, `details` ordinary values only,
    `by` a User, or None for the system itself. `scheme` and `about` may be given as their keys, so that a busy
    transaction need not read them.
    """
    with transaction.atomic(savepoint=False):
        head = _locked_head(_key(scheme) if scheme else SYSTEM)
        row = {
            "chain": head.chain,
            "place": head.length + 1,
            "at": timezone.now().astimezone(UTC).isoformat(),
            "by_key": str(by.pk) if by else "",
            "verb": verb,
            "subject": f"{subject._meta.label_lower}:{subject.pk}",
            "person_keys": sorted(_key(user) for user in about if user),
            "details": details or {},
            "previous_hash": head.last_hash,
        }
        entry = AuditEntry.objects.create(**row, hash=hash_of(row))
        head.length, head.last_hash = entry.place, entry.hash
        head.seal = seal_of(Anchor(head.chain, head.length, head.last_hash), keys_for(PURPOSE)[0])
        head.save(update_fields=["length", "last_hash", "seal"])
    return entry


def _key(record) -> str:
    return str(getattr(record, "pk", record))


def _locked_head(chain: str) -> AuditHead:
    head = AuditHead.objects.select_for_update().filter(chain=chain).first()
    if head:
        return head
    try:
        with transaction.atomic():
            AuditHead.objects.create(chain=chain)
    except IntegrityError:
        pass  # somebody began the chain in the same moment
    return AuditHead.objects.select_for_update().get(chain=chain)
