"""Writes about the notes of a supervision once it is signed (S14)."""

from django.db import transaction
from django.utils import timezone

from matching.supervision.models import Supervision
from matching.supervision.notes.models import SupervisionAmendment
from matching.supervision.noting import not_about_oneself, noted
from mentoring.transitions import Refused, locked

NOTES = ("shared_note", "private_note")


@transaction.atomic
def supervision_amend(*, supervision, notes: dict, because: str = "", by) -> Supervision:
    """Change what was signed: a reason, and what it said before stays beside it. Where nothing was written yet (after a
    group), it is written and signed for the first time."""
    supervision = locked(supervision)
    not_about_oneself([supervision.volunteer], by)
    if supervision.outcome != Supervision.Outcome.HELD:
        raise Refused("There are notes only of a supervision that was held.")
    before = {name: getattr(supervision, name) for name in NOTES}
    after = {name: notes.get(name, "") for name in NOTES}
    if before == after:
        return supervision
    is_first = not any(before.values()) and not supervision.amendments.exists()
    if not is_first and not because.strip():
        raise Refused("This was signed. Say in a few words why it is changed.")
    if not is_first:
        SupervisionAmendment.objects.create(supervision=supervision, before=before, because=because, by=by)
    for name, words in after.items():
        setattr(supervision, name, words)
    if is_first:
        supervision.written_at, supervision.written_by = timezone.now(), by
    supervision.save(update_fields=[*NOTES, "written_at", "written_by"])
    noted(supervision, "written" if is_first else "amended", by)
    return supervision


@transaction.atomic
def supervision_comment(*, supervision, words: str, by) -> Supervision:
    """What the mentor says to what was written of the talk; they can change it until the next one is held."""
    supervision = locked(supervision)
    if by.pk != supervision.volunteer.user_id:
        raise Refused("Only the mentor can say this.")
    if supervision.outcome != Supervision.Outcome.HELD:
        raise Refused("It has not been held.")
    later = supervision.volunteer.supervisions.filter(outcome="held", planned_at__gt=supervision.planned_at)
    if later.exists():
        raise Refused("You have met again since. Put it on the list for the next time.")
    supervision.mentor_comment, supervision.commented_at = words, timezone.now()
    supervision.save(update_fields=["mentor_comment", "commented_at"])
    noted(supervision, "commented", by)
    return supervision


@transaction.atomic
def supervision_printed(*, supervision, with_private: bool, by) -> None:
    """Who took it on paper stays in the trail, before the page is served."""
    noted(supervision, "printed", by, private=with_private)
