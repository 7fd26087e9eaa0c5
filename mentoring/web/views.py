"""Pages that belong to no part: leaving at once, and the page of pieces."""

from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.views.decorators.cache import never_cache

from mentoring.web.gates import public

SOMEWHERE_ELSE = "https://www.bbc.co.uk/weather"


@public("whoever must get away from this page at once cannot be asked to sign in, or to wait")
@never_cache
def exit_now(request):
    """Signs out and shows the weather; the browser is told to forget what it kept of us."""
    logout(request)
    response = HttpResponseRedirect(SOMEWHERE_ELSE)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
