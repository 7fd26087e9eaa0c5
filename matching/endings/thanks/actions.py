"""Writing a reference for a mentor."""

from django.db import transaction
from django.utils import timezone

from matching.endings.models import MentorReference
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def mentor_reference_write(*, volunteer, words: str, by) -> MentorReference:
    """What the scheme says of a mentor. Nobody writes their own."""
    volunteer = locked(volunteer)
    if volunteer.user_id == by.pk:
        raise Refused("This is about you. Somebody else of the scheme has to do it.")
    said = {"words": words, "written_on": timezone.localdate(), "written_by": by}
    reference, _ = MentorReference.objects.update_or_create(volunteer=volunteer, defaults=said)
    audit_record(
        verb="mentorreference.written", subject=reference, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return reference
