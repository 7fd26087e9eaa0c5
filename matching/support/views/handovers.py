"""Handing over: what somebody holds goes to named people; whoever takes something reads the note (P8)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from matching.pairing.states import TOGETHER
from matching.relationships.pages import to_match
from matching.support.handing import actions
from matching.support.handing.forms import HandoverMakeForm, MatchHandOverForm
from matching.support.handing.things import HOLDERS, Kind, takers_of, things_of
from matching.support.models import Handover
from matching.support.views.check_ins import others_match_or_404
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.models import Membership
from schemes.people.permissions import Permission, Role, roles_to_give


def member_or_404(request, scheme, user_id):
    """Somebody whose role this person may end, and who holds one that carries something."""
    roles = {Role.COORDINATOR, Role.SUPERVISOR} & set(roles_to_give(request.actor.roles[scheme.pk]))
    rows = Membership.objects.visible_to(request.actor).filter(scheme=scheme, ended_at=None, role__in=roles)
    membership = rows.filter(user=user_id).select_related("user").first()
    if membership is None:
        raise Http404
    return membership.user


@scheme_view(Permission.MEMBER_INVITE)
def handover_make(request, scheme, user_id):
    """Everything on one page, in one press. A manager, who knows nobody by name, reads references."""
    leaver = member_or_404(request, scheme, user_id)
    by_name = request.actor.may(Permission.PEOPLE_READ, scheme)
    things, takers = things_of(leaver, scheme), takers_of(scheme, leaver)
    form = HandoverMakeForm(sent(request), things=things, takers=takers, by_name=by_name)
    make = {"scheme": scheme, "held_by": leaver, "by": request.user}
    if taken(form, lambda told: actions.handover_make(parts=told["parts"], **make)):
        messages.success(request, f"All of it is handed over. {leaver.first_name}’s role can end now.")
        return redirect("schemes:member_list", scheme.slug)
    context = {"leaver": leaver, "form": form, "rows": form.rows(by_name), "takers": takers}
    return render(request, "matching/support/handover_make.html", context, status=422 if form.is_bound else 200)


@scheme_view(Permission.MATCH_EDIT)
def match_hand_over(request, scheme, match_id):
    """One match goes to another co-ordinator."""
    match = others_match_or_404(request, match_id)
    if match.state not in TOGETHER:
        raise Http404
    both = {match.volunteer.user_id, match.young_person.user_id}
    able = set(HOLDERS[Kind.MATCH])
    people = [
        one for one, roles in takers_of(scheme, match.co_ordinator).items() if roles & able and one.pk not in both
    ]
    form = MatchHandOverForm(sent(request), people=people)
    if taken(form, lambda told: actions.match_hand_over(match=match, **told, by=request.user)):
        messages.success(request, f"{form.cleaned_data['taken_by'].name} looks after them now.")
        return to_match(match)
    context = {"match": match, "form": form, "people": people}
    return render(request, "matching/support/match_hand_over.html", context, status=422 if form.is_bound else 200)


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def handover_list(request, scheme):
    """What was handed over to this person, with its notes."""
    rows = Handover.objects.visible_to(request.actor).filter(scheme=scheme)
    rows = rows.select_related("match__volunteer", "match__young_person", "volunteer", "held_by", "handed_by")
    unread = sum(row.read_at is None for row in rows)
    return render(request, "matching/support/handover_list.html", {"handovers": rows, "unread": unread})


@require_POST
@scheme_view(Permission.SUPERVISION_READ)
def handover_read(request, scheme):
    """The notes have been read."""
    rows = Handover.objects.visible_to(request.actor).filter(scheme=scheme)
    actions.handovers_read(handovers=rows, by=request.user)
    messages.success(request, "Thank you. They stay here.")
    return redirect("matching:handover_list", scheme.slug)
