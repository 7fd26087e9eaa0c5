"""What the notes of a supervision said before (S14)."""

from matching.relationships.agreements.rules import changes_between
from matching.supervision.notes.actions import NOTES
from matching.supervision.notes.models import SupervisionAmendment

LABELS = {"shared_note": "What we agreed", "private_note": "For supervision only"}


def amendments_of(supervision, actor) -> list[SupervisionAmendment]:
    """The oldest first; each carries `changes`, from the words before it to those after."""
    found, newer = [], {name: getattr(supervision, name) for name in NOTES}
    rows = SupervisionAmendment.objects.visible_to(actor).filter(supervision=supervision).select_related("by")
    for amendment in rows.order_by("-created_at"):
        amendment.changes = changes_between(_words(amendment.before), _words(newer))
        newer = amendment.before
        found.insert(0, amendment)
    return found


def _words(version: dict) -> dict[str, str]:
    return {label: version[name] for name, label in LABELS.items() if version.get(name)}
