"""Who holds which role in a scheme; inviting, taking a role up, ending it."""

from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.gates import public
from mentoring.web.limits import private_link
from mentoring.web.posted import sent
from schemes.people import actions, queries
from schemes.people.forms import InvitationSendForm, InvitationTakeUpForm
from schemes.people.gates import scheme_view
from schemes.people.models import Invitation, Membership
from schemes.people.permissions import Permission, Role, roles_to_give
from schemes.people.views.outcomes import refused


@require_safe
@scheme_view(Permission.MEMBER_INVITE)
def member_list(request, scheme):
    context = {
        "members": queries.members_shown(request.actor, scheme),
        "invitations": queries.open_invitations(request.actor, scheme),
        "now": timezone.now(),
        "may_end": {role.value for role in _may_give(request, scheme)},
        "form": InvitationSendForm(roles=_may_give(request, scheme)),
    }
    return render(request, "schemes/people/member_list.html", context)


@scheme_view(Permission.MEMBER_INVITE)
def invitation_send(request, scheme):
    form = InvitationSendForm(request.POST if request.method == "POST" else None, roles=_may_give(request, scheme))
    if request.method == "POST" and form.is_valid():
        actions.invitation_send(scheme=scheme, by=request.user, **form.cleaned_data)
        messages.success(request, f"An invitation is on its way to {form.cleaned_data['email']}.")
        return redirect("schemes:member_list", scheme.slug)
    return render(request, "schemes/people/invitation_send.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@scheme_view(Permission.MEMBER_INVITE)
def invitation_withdraw(request, scheme, invitation_id):
    invitation = get_object_or_404(Invitation.objects.visible_to(request.actor), pk=invitation_id)
    try:
        actions.invitation_withdraw(invitation=invitation, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "The invitation is taken back. Its link no longer works.")
    return redirect("schemes:member_list", scheme.slug)


@require_POST
@scheme_view(Permission.MEMBER_INVITE)
def membership_end(request, scheme, membership_id):
    inside = Membership.objects.visible_to(request.actor).filter(scheme=scheme)
    membership = get_object_or_404(inside, pk=membership_id)
    if membership.role not in _may_give(request, scheme):
        raise PermissionDenied
    try:
        actions.membership_end(membership=membership, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "The role has ended. What it opened is shut from now on.")
    return redirect("schemes:member_list", scheme.slug)


@public("the one-time link is the right: it reached the invited person's own mailbox")
@never_cache
@private_link
def invitation_take_up(request, token):
    invitation = queries.invitation_by_token(token)
    if invitation is None:
        raise Http404
    if not invitation.is_open(timezone.now()):
        return render(request, "schemes/people/invitation_over.html", {"scheme": invitation.scheme}, status=410)
    known = queries.account_of(invitation.email)
    who = {"email": invitation.email, "name": invitation.name}
    form = InvitationTakeUpForm(sent(request), needs_password=known is None, **who)
    if request.method == "POST" and form.is_valid():
        return _taken_up(request, invitation, form, known)
    context = {"form": form, "invitation": invitation, "scheme": invitation.scheme, "known": known}
    return render(request, "schemes/people/invitation_take_up.html", context, status=422 if form.errors else 200)


def _taken_up(request, invitation, form, known):
    """Somebody new is signed in at once; whoever had an account signs in as always, second factor and all."""
    try:
        user = actions.invitation_take_up(invitation=invitation, password=form.cleaned_data.get("password", ""))
    except Refused as problem:
        refused(form, problem)
        context = {"form": form, "invitation": invitation, "scheme": invitation.scheme, "known": known}
        return render(request, "schemes/people/invitation_take_up.html", context, status=422)
    if known:
        messages.success(request, "It is yours now. Sign in as you always do.")
        return redirect("account_login")
    return perform_login(request, user, redirect_url="/")


def _may_give(request, scheme) -> list[Role]:
    return roles_to_give(request.actor.roles[scheme.pk])
