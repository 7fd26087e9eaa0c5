"""Has this sign-in been through a second factor? (security row 7: whoever reads of others needs one)

Who needs one is the rooms' to say (`schemes.people.gates`). Here: having it, being asked for it, coming back after it.
"""

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.dispatch import receiver
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

COUNTS_AS_SECOND_FACTOR = "counts_as_second_factor"
CAME_FOR = "came_for"
#: What somebody holds in their hand; codes on paper are made beside it.
IN_HAND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(request) -> bool:
    """True once this session was opened with a second factor; the demo's one-click entry counts as having it."""
    if request.session.get(COUNTS_AS_SECOND_FACTOR):
        return True
    methods = {record.get("method") for record in get_authentication_records(request, request.user)}
    return "mfa" in methods and is_mfa_enabled(request.user)


def second_factor_first(request):
    """To the page that explains it. Where they were going is kept on the server: no address of ours is told another."""
    request.session[CAME_FOR] = page_asked_for(request)
    if request.htmx:
        return HttpResponseClientRedirect(resolve_url("second_step"))
    return redirect("second_step")


def page_asked_for(request) -> str:
    """The page somebody looks at: what was sent from it is not sent again by itself, its draft waits there."""
    if request.method in ("GET", "HEAD") and not request.htmx:
        return request.get_full_path()
    from_page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(from_page, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    return "/" + from_page.split("//", 1)[-1].partition("/")[2].lstrip("/")


def back_to_what_they_came_for(request):
    return redirect(request.session.pop(CAME_FOR, "/"))


@receiver(mfa.authenticator_added)
def setting_up_is_using(sender, request, user, authenticator, **kwargs) -> None:
    """Whoever just set one up showed that they hold it: they are not asked again in the same breath."""
    if authenticator.type in IN_HAND:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
