"""What every page about a match of one's own, and every staff page about one match, begins and ends with."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from matching.pairing.models import Match
from matching.relationships.sides import AGREEING, side_of
from mentoring.transitions import Refused

WITH_PEOPLE = ("scheme", "volunteer__user", "volunteer__supervisor", "young_person__user")


def own_pair_or_404(request, match_id, states=AGREEING, sides=("mentee", "mentor")):
    """(match, side): the match of this person, in one of these states, and on which side of it they are."""
    match = get_object_or_404(Match.objects.visible_to(request.actor).select_related(*WITH_PEOPLE), pk=match_id)
    side = side_of(match, request.user)
    if side not in sides or match.state not in states:
        raise Http404
    return match, side


def staff_match_or_404(request, match_id):
    rows = Match.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(rows.select_related(*WITH_PEOPLE), pk=match_id)


def pressed(request, do, said: str, *to):
    """One press: do it and say so, or say why not; then on to `to` (a url name and its keys)."""
    try:
        do()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect(*to)


def form_shown(request, template, form, **context):
    """The page of a form; 422 where something has to be put right."""
    status = 422 if form.is_bound else 200
    return render(request, f"matching/relationships/{template}.html", {"form": form, **context}, status=status)


def to_match(match):
    return redirect("matching:match_show", match.scheme.slug, match.pk)
