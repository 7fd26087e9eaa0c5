"""A young person and up to three mentors side by side, before anything is proposed."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from matching.pairing.board.filters import key_or_none
from matching.pairing.comparing import BESIDE, beside
from matching.pairing.proposals import proposals_for
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission


@scheme_view(Permission.MATCH_EDIT)
def match_compare(request, scheme, young_person_id):
    """The mentors that the address names, or else the best for this young person."""
    visible = YoungPerson.objects.visible_to(request.actor).filter(scheme=scheme)
    young_person, today = get_object_or_404(visible, pk=young_person_id), timezone.localdate()
    mentors = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    asked = _asked(mentors, request.GET.getlist("volunteer")) or _best(scheme, young_person, today)
    mentors_beside, told = beside(scheme, young_person, asked, today)
    context = {
        "young_person": young_person,
        "beside": mentors_beside,
        "told": told,
        "others": mentors.filter(state="approved").exclude(pk__in=[one.pk for one in asked]),
        "room": len(asked) < BESIDE,
    }
    return render(request, "matching/pairing/match_compare.html", context)


def _asked(mentors, written) -> list[Volunteer]:
    """In the order in which the address names them."""
    keys = [key for key in dict.fromkeys(map(key_or_none, written)) if key][:BESIDE]
    found = {str(mentor.pk): mentor for mentor in mentors.filter(pk__in=keys)}
    return [found[key] for key in keys if key in found]


def _best(scheme, young_person, today) -> list[Volunteer]:
    (waiting,) = proposals_for(scheme, today, [young_person])
    return [proposal.volunteer for proposal in waiting.best]
