"""Writing the letter that marks an ending, sending it, and knowing that it is there (S15)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from matching.endings.letters.queries import addressee_of
from matching.endings.models import Ending
from matching.pairing.actions.holding import match_held, not_one_of_two
from matching.pairing.models import Match
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked

WRITTEN = ["letter", "letter_to", "letter_by", "letter_sent_on", "letter_confirmed_on", "recorded_by"]


@transaction.atomic
def ending_letter_write(
    *, match, letter: str, letter_to: str = "mentee", letter_by: str = "", letter_sent_on: date | None = None, by
) -> Ending:
    """Keep the words; with `letter_by` it has been sent: by post on that day, or onto their own page today. With other
    words, or for another reader, it has not arrived any more. Whoever wrote it last signs it."""
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    if match.state != Match.State.ENDING:
        raise Refused("This match is not coming to an end. Begin the ending first.")
    ending, _ = Ending.objects.get_or_create(match=match, defaults={"recorded_by": by})
    ending.match = match
    if ending.letter_by == Ending.By.PORTAL and ending.letter_sent_on:
        raise Refused("The letter is on their page already, and stays as it is.")
    if (ending.letter, ending.letter_to) != (letter, letter_to):
        ending.letter_confirmed_on = None
    ending.letter, ending.letter_to, ending.letter_by = letter, letter_to, letter_by
    if letter_by == Ending.By.PORTAL and addressee_of(ending).user is None:
        raise Refused(f"{addressee_of(ending).first_name} has no account here. Send it by post.")
    sent_on = {Ending.By.PORTAL: timezone.localdate(), Ending.By.POST: letter_sent_on}
    ending.letter_sent_on, ending.recorded_by = sent_on.get(letter_by), by
    ending.save(update_fields=WRITTEN)
    noted(ending, "ending.letter-sent" if letter_by else "ending.letter-written", by)
    return ending


@transaction.atomic
def ending_letter_confirm(*, ending, on: date, by) -> Ending:
    """They have the letter: a member of staff heard so, or they opened it on their own page."""
    ending = locked(ending)
    if ending.letter_confirmed_on is None:
        ending.letter_confirmed_on = on
        ending.save(update_fields=["letter_confirmed_on"])
        noted(ending, "ending.letter-confirmed", by)
    return ending


def noted(ending, verb: str, by) -> None:
    match = ending.match
    about = [match.volunteer.user, match.young_person.user]
    audit_record(verb=verb, subject=ending, scheme=match.scheme, about=about, by=by)
