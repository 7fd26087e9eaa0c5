"""A scheme's public page, and the first word of somebody who wants to volunteer (S8, S9)."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, too_many, too_many_to
from schemes.recruitment import actions, queries
from schemes.recruitment.asking.queries import paces
from schemes.recruitment.campaigns.queries import campaign_by_code, open_campaigns
from schemes.recruitment.forms.volunteering import EnquiryForm
from schemes.recruitment.sessions.queries import info_sessions_open

THANKS = ("volunteer", "application", "mentor", "referral", "session", "place-back")


@require_safe
@public("the scheme's own page for whoever wants to know about it")
def join_show(request, scheme):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    context = {"scheme": scheme, "leaflets": queries.published_leaflets(scheme), "is_open": scheme.state != "closing"}
    context["has_sessions"] = info_sessions_open(scheme, timezone.now()).exists()
    return render(request, "schemes/recruitment/join_show.html", context)


@public("somebody who may volunteer has no account yet")
def enquiry_send(request, scheme):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    source = campaign_by_code(scheme, request.GET.get("from", ""))
    form = EnquiryForm(
        request.POST if request.method == "POST" else None, campaigns=open_campaigns(scheme), source=source
    )
    if request.method == "POST" and form.is_valid():
        if form.is_machine:
            return redirect("schemes:join_thanks", scheme.slug, "volunteer")
        if not too_many(request, "enquiry"):
            person = form.person()
            if not (person["email"] and too_many_to(request, person["email"])):  # who knows an address learns nothing
                actions.enquiry_send(scheme=scheme, **person)
            return redirect("schemes:join_thanks", scheme.slug, "volunteer")
        form.add_error(None, TOO_MANY)
    context = {"form": form, "scheme": scheme}
    return render(request, "schemes/recruitment/enquiry_send.html", context, status=422 if form.errors else 200)


@require_safe
@public("says what happens next to somebody who has no account")
def join_thanks(request, scheme, kind):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    kind = kind if kind in THANKS else "volunteer"
    context = {"scheme": scheme, "kind": kind}
    if kind == "mentor":
        context["paces"] = paces(scheme, timezone.localdate())
    return render(request, "schemes/recruitment/join_thanks.html", context)
