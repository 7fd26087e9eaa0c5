"""A sign-in ends by itself: after 10 minutes in which a young person did nothing, 20 for everybody else, 8 hours."""

import time

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.dispatch import receiver
from django.http import HttpRequest, JsonResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from mentoring.accounts.lasting import IDLE, IDLE_YOUNG, SEEN, begun, is_to_note, seconds_left
from schemes.people.gates import actor_of
from schemes.people.permissions import Role

OVER = "You were signed out, because nothing happened here for a while or the day is over. Sign in to go on."


@receiver(user_logged_in)
def sign_in_begins(sender, request, user, **kwargs) -> None:
    """How long they may be idle goes by who they are: a young person's pages are read on lent and shared machines."""
    is_young = bool(actor_of(user).schemes_with(Role.MENTEE))
    request.session.update(begun(time.time(), IDLE_YOUNG if is_young else IDLE))


class SignInEndsMiddleware:
    """Ends what has lasted too long before anything is shown, and notes that somebody is there."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = time.time()
        if seconds_left(request.session, now) <= 0:  # a page that asks hears of it, and asks for itself then
            return JsonResponse({"left": 0}) if _asks(request) else signed_out(request)
        if (request.method == "POST") if _asks(request) else is_to_note(request.session, now):
            request.session[SEEN] = now
        return self.get_response(request)


def signed_out(request):
    """The sign-in page, which leads back to where they were; a piece of a page leads the whole page there."""
    back = request.get_full_path() if request.method == "GET" and not request.htmx else "/"
    logout(request)
    messages.info(request, OVER)
    if request.htmx:
        return HttpResponseClientRedirect(resolve_url("account_login"))
    return redirect_to_login(back)


def _asks(request: HttpRequest) -> bool:
    """A page asks how long there is. By itself (GET) that is no sign of somebody who is there; "I am still here" (POST)
    always is, also a moment after the last one."""
    return request.path == reverse("still_here")
