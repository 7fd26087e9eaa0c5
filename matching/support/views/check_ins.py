"""Check-ins: staff ask each side apart how it is going, and write it down in under a minute (S14)."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from matching.pairing.states import TOGETHER
from matching.relationships.pages import own_pair_or_404, pressed, staff_match_or_404, to_match
from matching.supervision.support_plans.models import SupportPlan
from matching.support import actions, queries
from matching.support.forms import CheckInAddForm
from matching.support.models import CheckIn
from matching.support.panels import SHOWN_WITH
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


def others_match_or_404(request, match_id):
    """A match of other people: whoever is one of the two writes and reads nothing of the kind about it."""
    match = staff_match_or_404(request, match_id)
    if request.user.pk in {match.volunteer.user_id, match.young_person.user_id}:
        raise Http404
    return match


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def check_in_list(request, scheme, match_id):
    """Every check-in of these two that this person may read."""
    match = others_match_or_404(request, match_id)
    rows = CheckIn.objects.visible_to(request.actor).filter(match=match).select_related(*SHOWN_WITH)
    context = {
        "match": match,
        "check_ins": rows,
        "may_add": match.state in TOGETHER and request.actor.may(Permission.SUPERVISION_EDIT, scheme),
    }
    return render(request, "matching/support/check_in_list.html", context)


@scheme_view(Permission.SUPERVISION_EDIT)
def check_in_add(request, scheme, match_id):
    """One side, one day, a few lines; kept as typed."""
    match = others_match_or_404(request, match_id)
    sides = queries.SIDES if request.actor.may(Permission.MATCH_EDIT, scheme) else ("mentor",)
    stood_in = queries.stood_in(match, request.user) if len(sides) > 1 else []
    asked = request.GET.get("side", "")
    side = asked if asked in (*sides, *(str(cover.pk) for cover in stood_in)) else sides[0]
    form_key = f"checkin-{side}-{match.pk}"
    first = {"side": side} | draft_initial(request.user, form_key, CheckInAddForm)
    form = CheckInAddForm(sent(request), match=match, sides=sides, stood_in=stood_in, initial=first)

    @transaction.atomic
    def add(said):
        actions.check_in_add(match=match, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, add):
        messages.success(request, "Written down.")
        return to_match(match)
    plans = SupportPlan.objects.visible_to(request.actor).filter(volunteer=match.volunteer_id)
    context = {
        "form": form,
        "match": match,
        "form_key": form_key,
        "both": len(sides) > 1,
        "plan": plans.first() if side == "mentor" else None,
    }
    return render(request, "matching/support/check_in_add.html", context, status=422 if form.is_bound else 200)


@require_POST
@scheme_view(Permission.SUPERVISION_EDIT)
def check_in_done(request, scheme, check_in_id):
    """One press: what was promised is done."""
    rows = CheckIn.objects.visible_to(request.actor).filter(match__scheme=scheme)
    check_in = get_object_or_404(rows.select_related("match"), pk=check_in_id)
    to = ("matching:match_show", scheme.slug, check_in.match_id)
    return pressed(request, lambda: actions.check_in_done(check_in=check_in, by=request.user), "Done. Thank you.", *to)


@require_safe
@portal_view
def check_in_list_mine(request, match_id):
    """That somebody asked me how it is, and when; the other one's days are not mine to see."""
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    context = {"match": match, "side": side, "check_ins": queries.own_check_ins(match, side)}
    return render(request, "matching/support/check_in_list_mine.html", context)
