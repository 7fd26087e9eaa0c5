"""Pages that belong to no part: leaving at once, and the page of pieces."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from mentoring.web.gates import public
from mentoring.web.showcase import showcase

SOMEWHERE_ELSE = "https://www.bbc.co.uk/weather"


@public("whoever must get away from this page at once cannot be asked to sign in, or to wait")
@never_cache
def exit_now(request):
    """Signs out and shows the weather; the browser is told to forget what it kept of us."""
    logout(request)
    response = HttpResponseRedirect(SOMEWHERE_ELSE)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@public("made-up pieces only, and only where DEBUG or DEMO is on")
def kit_show(request):
    """Every piece that pages are built from, for those who build and judge them."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    base = request.GET.get("base")
    page = f"{base}.html" if base in ("staff", "portal", "public") else "staff.html"
    return render(request, "kit/kit_show.html", {**showcase(), "base_page": page})
