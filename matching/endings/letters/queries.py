"""Reading the letters that mark an ending: which one, for whom, read or not (S15)."""

from django.db.models import Q

from matching.endings.models import Ending


def letters_of(user):
    """Letters on somebody's own page, the newest first; they stay there when the match has ended."""
    mine = Q(letter_to="mentee", match__young_person__user=user) | Q(letter_to="mentor", match__volunteer__user=user)
    rows = Ending.objects.filter(mine, letter_by=Ending.By.PORTAL, letter_sent_on__isnull=False)
    people = ("match__scheme", "match__volunteer", "match__young_person", "recorded_by")
    return rows.select_related(*people).order_by("-letter_sent_on")


def addressee_of(ending):
    """The record of whoever the letter is for."""
    return ending.match.young_person if ending.letter_to == Ending.To.MENTEE else ending.match.volunteer


def letter_context(ending) -> dict:
    """What the letter shows, on paper and on the page: only its reader's own name, never the other one's record."""
    return {
        "ending": ending,
        "scheme": ending.match.scheme,
        "to": addressee_of(ending),
        "written_by": ending.recorded_by,
        "on": ending.letter_sent_on,
    }
