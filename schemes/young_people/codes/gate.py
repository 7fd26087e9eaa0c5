"""Before what matters most a young person without a second factor shows that it is them, by a code from their
co-ordinator (security row 7): a phone is lent and left lying, and whoever has it may know the password too.
"""

import time
from functools import wraps

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from mentoring.accounts.second_factor import has_second_factor, page_asked_for
from schemes.young_people.codes.queries import records_of

SURE_FOR = 15 * 60
SURE_UNTIL, WANTED = "sure_until", "wanted_with_code"
#: allauth's pages on which a second factor is set up: who had phone and password could make one of their own there, and
#: need no code any more.
SET_UP = {"mfa_activate_totp", "mfa_add_webauthn"}


def is_sure(request) -> bool:
    return has_second_factor(request) or request.session.get(SURE_UNTIL, 0) > time.time()


def needs_code(request) -> bool:
    """A young person, as long as this sign-in is neither by a second factor nor vouched for."""
    return not is_sure(request) and records_of(request.user).exists()


def code_first(view):
    """Goes between the portal gate and the view."""

    @wraps(view)
    def opened(request, **kwargs):
        return ask_for_code(request) if needs_code(request) else view(request, **kwargs)

    return opened


def ask_for_code(request):
    request.session[WANTED] = page_asked_for(request)
    return HttpResponseClientRedirect(resolve_url("schemes:code_say")) if request.htmx else redirect("schemes:code_say")


def sure_from_now_on(request) -> HttpResponseRedirect:
    """The sign-in counts for more than before, so it gets a new key; on to what they wanted."""
    request.session.cycle_key()
    request.session[SURE_UNTIL] = time.time() + SURE_FOR
    return redirect(request.session.pop(WANTED, "/"))


class SetUpByCodeMiddleware:
    """Whoever is asked for a second factor because of what they read (a peer mentor) sets it up as everybody does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_setting_up = request.resolver_match.url_name in SET_UP and request.user.is_authenticated
        if is_setting_up and not request.actor.needs_second_factor and needs_code(request):
            return ask_for_code(request)
        return None
