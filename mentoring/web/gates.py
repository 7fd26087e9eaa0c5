"""Every page is shut until it is opened: by the scheme gate, by "signed in, own things only", or aloud to the public.

A view carries what opens it in `view.gate`; the start-up check of the tests walks all addresses and fails where one
carries nothing. The scheme gate itself stands in `schemes.people.gates`, which knows roles.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseNotAllowed


@dataclass(frozen=True)
class Gate:
    """What opens a view: kind "public", "signed_in", "portal" or "scheme", and the permission or the reason."""

    kind: str
    why: str = ""


def public(why: str) -> Callable:
    """Open to everybody, and why that is right."""

    def open_it(view):
        view = login_not_required(view)
        view.gate = Gate("public", why)
        return view

    return open_it


def signed_in(view):
    """Open to whoever is signed in; the view shows them their own things only."""
    view.gate = Gate("signed_in")
    return view


class KnownMethodsMiddleware:
    """Browsers look and send. Every other method is refused before anybody is asked who they are, and alike where
    there is no such address: it does nothing and tells nothing. (allauth's forms take a PUT for a POST.)
    """

    KNOWN = ("GET", "HEAD", "POST")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request) if request.method in self.KNOWN else HttpResponseNotAllowed(self.KNOWN)


class NoStoreMiddleware:
    """A page seen while signed in is never kept by the browser: the Back button of a shared computer shows nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response
