import time

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts import actions
from mentoring.accounts.lasting import seconds_left
from mentoring.accounts.noting import note
from mentoring.accounts.queries import demo_person, other_sign_in, sign_ins_of
from mentoring.accounts.second_factor import (
    COUNTS_AS_SECOND_FACTOR,
    back_to_what_they_came_for,
    has_second_factor,
)
from mentoring.web.gates import public, signed_in


@require_safe
@signed_in
def email_show(request):
    """The address somebody signs in with; allauth's own page would let them take anybody's.

    Roles are given to an address: who could change theirs to another's would be given what was meant for the other.
    """
    return render(request, "account/email.html")


@require_safe
@signed_in
def second_step(request):
    """Why a second step, the two ways, and what if the phone is lost. Once it is used: on to what they came for."""
    if has_second_factor(request):
        return back_to_what_they_came_for(request)
    return render(request, "account/second_step.html", {"is_set_up": is_mfa_enabled(request.user)})


@require_safe
@signed_in
def sign_in_list(request):
    """Where somebody is signed in, each with a button that ends it."""
    sign_ins = sign_ins_of(request.user, here=request.session.session_key)
    return render(request, "account/sign_in_list.html", {"sign_ins": sign_ins})


@require_POST
@signed_in
def sign_in_end(request, name):
    sign_in = other_sign_in(request.user, name, here=request.session.session_key)
    if sign_in is None:
        raise Http404
    return ended_there(request, sign_in)


@reauthentication_required
def ended_there(request, sign_in):
    """The password first: whoever found a telephone lying open cannot sign its owner out everywhere else."""
    actions.sign_in_end(sign_in=sign_in)
    note("signed out elsewhere", request, request.user)
    messages.success(request, gettext("Signed out there."))
    return redirect("sign_in_list")


@require_POST
@signed_in
@reauthentication_required
def sign_ins_end(request):
    """Everywhere else, with the password first as above."""
    actions.sign_ins_end(user=request.user, but=request.session.session_key)
    note("signed out everywhere else", request, request.user)
    messages.success(request, gettext("Signed out everywhere else."))
    return redirect("sign_in_list")


@signed_in
def still_here(request):
    """How many seconds this sign-in has left. A POST says that somebody is there, and so does any other page."""
    return JsonResponse({"left": int(seconds_left(request.session, time.time()))})


@require_POST
@public("lets somebody look at the demo as one of its made-up people; does not exist outside the demo")
def demo_enter(request, name):
    """Sign in as one of the demo's made-up people; it counts as having a second factor."""
    user = demo_person(name) if settings.DEMO else None
    if user is None:
        raise Http404
    request.session.flush()
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    request.session[COUNTS_AS_SECOND_FACTOR] = True
    return redirect("/")


@require_POST
@public("whoever cannot read English cannot sign in before the page is in their language")
def language_choose(request):
    """Go on in another language, from the same page. The browser keeps it until it is shut, which leaves nothing on a
    computer that others use; the account keeps it for good."""
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated:
        actions.language_choose(language=language, by=request.user)
    back = request.POST.get("next", "")
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if ours else "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response
