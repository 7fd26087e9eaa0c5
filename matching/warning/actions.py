"""Writing down what a person found out about a match that shows signs (R10). Nothing else comes of a sign by itself."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.actions.holding import not_one_of_two
from matching.relationships.actions.noting import noted
from matching.warning.models import SignNote
from matching.warning.signs import colour_of
from mentoring.transitions import Refused


@transaction.atomic
def sign_note_add(*, match, words: str, signs, by) -> SignNote:
    """`signs` are those that the writer saw: what somebody may not read they cannot have answered, and are not told of
    by being let write, or not."""
    not_one_of_two(match.volunteer, match.young_person, by)
    if not signs:
        raise Refused("No sign stands there for you today. A check-in is the place for what you found out.")
    note = match.sign_notes.create(
        by=by,
        noted_on=timezone.localdate(),
        keys=[sign.key for sign in signs],
        tone=colour_of(signs),
        words=words,
    )
    noted(note, "signnote.added", by)
    return note
