"""Pages that belong to no part: leaving at once, keeping what is typed, and the page of pieces."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from mentoring.web import actions
from mentoring.web.drafts import LONGEST_KEY, too_large, typed_of
from mentoring.web.gates import public, signed_in
from mentoring.web.showcase import showcase

SOMEWHERE_ELSE = "https://www.bbc.co.uk/weather"


@public("whoever must get away from this page at once cannot be asked to sign in, or to wait")
@never_cache
@csrf_exempt
def exit_now(request):
    """Signs out; the browser is told to forget what it kept of us. It tells us behind the back of the page that is
    shown already, and then needs no page; whoever comes by the address itself is shown the weather."""
    logout(request)
    response = HttpResponse(status=204) if request.method == "POST" else HttpResponseRedirect(SOMEWHERE_ELSE)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_POST
@signed_in
def draft_keep(request, form_key):
    """The page sends what is typed, every few seconds; only the one who typed it ever gets it back."""
    typed = typed_of(request.POST)
    if too_large(typed) or len(form_key) > LONGEST_KEY:
        return HttpResponse(status=413)
    actions.draft_keep(form_key=form_key, typed=typed, by=request.user)
    return HttpResponse(status=204)


@require_safe
@public("made-up pieces only, and only where DEBUG or DEMO is on")
def kit_show(request):
    """Every piece that pages are built from, for those who build and judge them."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    base = request.GET.get("base")
    page = f"{base}.html" if base in ("staff", "portal", "public") else "staff.html"
    return render(request, "kit/kit_show.html", {**showcase(), "base_page": page})
