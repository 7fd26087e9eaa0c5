"""Writes about what somebody needs to learn next (S14)."""

from django.db import transaction
from django.utils.timezone import localdate

from mentoring.audit.actions import audit_record
from mentoring.transitions import locked
from schemes.training.models import TrainingNeed


@transaction.atomic
def training_need_add(*, volunteer, topic: str, words: str = "", by) -> TrainingNeed:
    """It waits until they have heard it. Said twice it is one, with the newer words."""
    volunteer = locked(volunteer)
    need = TrainingNeed.objects.open().filter(volunteer=volunteer, topic=topic).first()
    if need is None:
        need = TrainingNeed.objects.create(
            volunteer=volunteer, topic=topic, words=words, said_on=localdate(), said_by=by
        )
        _noted(need, "added", by)
    elif words and words != need.words:
        need.words = words
        need.save(update_fields=["words"])
        _noted(need, "edited", by)
    return need


@transaction.atomic
def training_need_close(*, need, by) -> TrainingNeed:
    """It was met in another way, or is none any more. Twice is once."""
    need = locked(need)
    if need.closed_on is None:
        need.closed_on, need.closed_by = localdate(), by
        need.save(update_fields=["closed_on", "closed_by"])
        _noted(need, "closed", by)
    return need


def _noted(need, verb: str, by) -> None:
    about = [need.volunteer.user_id]
    audit_record(verb=f"trainingneed.{verb}", subject=need, scheme=need.volunteer.scheme_id, about=about, by=by)
