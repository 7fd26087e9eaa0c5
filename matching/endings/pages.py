"""What every staff page about an ending begins with."""

from django.http import Http404

from matching.endings.queries import ending_of
from matching.relationships.pages import staff_match_or_404


def match_of_others_or_404(request, match_id):
    """A match this member of staff handles: not one in which they are one of the two (roles.md)."""
    match = staff_match_or_404(request, match_id)
    if is_own(match, request.user):
        raise Http404
    return match


def ending_or_404(request, match_id):
    """What is on record of the ending of such a match."""
    match = match_of_others_or_404(request, match_id)
    ending = ending_of(match)
    if ending is None:
        raise Http404
    ending.match = match
    return ending


def is_own(match, user) -> bool:
    return user.pk in {match.volunteer.user_id, match.young_person.user_id}
