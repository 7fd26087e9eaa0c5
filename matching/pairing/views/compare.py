"""A young person and up to three mentors side by side, before anything is proposed; what brought two together."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.pairing import actions
from matching.pairing.board.filters import key_or_none
from matching.pairing.comparing import BESIDE, beside
from matching.pairing.engine.columns import load
from matching.pairing.facts import Facts
from matching.pairing.forms import PairTechniqueForm
from matching.pairing.proposals import Board, Waiting
from matching.pairing.views.lists import people_to_pair
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def match_compare(request, scheme, young_person_id):
    """The mentors that the address names, or else the best for this young person."""
    visible = YoungPerson.objects.visible_to(request.actor).filter(scheme=scheme)
    young_person, today = get_object_or_404(visible, pk=young_person_id), timezone.localdate()
    mentors = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme).exclude(user=request.user)
    asked = _asked(mentors, request.GET.getlist("volunteer"))
    facts, asked = (Facts(scheme, asked, [young_person], today), asked) if asked else _best(scheme, young_person, today)
    mentors_beside, told = beside(facts, young_person, asked, request.user)
    context = {
        "young_person": young_person,
        "beside": mentors_beside,
        "told": told,
        "others": mentors.filter(state="approved").exclude(pk__in=[one.pk for one in asked]),
        "room": len(asked) < BESIDE,
    }
    return render(request, "matching/pairing/match_compare.html", context)


@scheme_view(Permission.MATCH_EDIT)
def pair_technique_log(request, scheme):
    """An event, an interview or a profile of two people, whether they are proposed to each other or not (S12)."""
    sent = request.POST if request.method == "POST" else None
    form = PairTechniqueForm(sent, initial=request.GET.dict(), **people_to_pair(request, scheme))
    if sent is not None and form.is_valid():
        used = actions.pair_technique_log(scheme=scheme, by=request.user, **form.cleaned_data)
        messages.success(request, "Noted with these two.")
        side_by_side = reverse("matching:match_compare", args=[scheme.slug, used.young_person_id])
        return redirect(f"{side_by_side}?{urlencode({'volunteer': used.volunteer_id})}")
    context = {"form": form}
    return render(request, "matching/pairing/pair_technique_log.html", context, status=422 if form.errors else 200)


def _asked(mentors, written) -> list[Volunteer]:
    """In the order in which the address names them."""
    keys = [key for key in dict.fromkeys(map(key_or_none, written)) if key][:BESIDE]
    found = {str(mentor.pk): mentor for mentor in mentors.filter(pk__in=keys)}
    return [found[key] for key in keys if key in found]


def _best(scheme, young_person, today) -> tuple[Facts, list[Volunteer]]:
    """Whom the plan would propose, with the facts that it was made from."""
    board = Board(scheme, load(scheme, today, [young_person]))
    return board.loaded.facts, [proposal.volunteer for proposal in Waiting(young_person, board, 0).best]
