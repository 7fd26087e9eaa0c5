from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.queries import demo_person
from mentoring.accounts.second_factor import COUNTS_AS_SECOND_FACTOR
from mentoring.web.gates import public, signed_in


@signed_in
@require_safe
def email_show(request):
    """The address somebody signs in with; allauth's own page would let them take anybody's.

    Roles are given to an address: who could change theirs to another's would be given what was meant for the other.
    """
    return render(request, "account/email.html")


@public("lets somebody look at the demo as one of its made-up people; does not exist outside the demo")
@require_POST
def demo_enter(request, name):
    """Sign in as one of the demo's made-up people; it counts as having a second factor."""
    user = demo_person(name) if settings.DEMO else None
    if user is None:
        raise Http404
    request.session.flush()
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    request.session[COUNTS_AS_SECOND_FACTOR] = True
    return redirect("/")
