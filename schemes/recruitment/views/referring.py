"""A worker refers a young person who knows about it and agreed (S10, P5)."""

from django.shortcuts import get_object_or_404, redirect, render

from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, too_many
from schemes.people.permissions import Role
from schemes.recruitment import actions, queries
from schemes.recruitment.forms.referring import ReferralForm


@public("an agency that refers a young person may have no account")
def referral_send(request, scheme):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    referrer = _referrer(request, scheme)
    known = {"referrer_name": referrer.name, "referrer_email": referrer.email} if referrer else {}
    form = ReferralForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        if form.is_machine:
            return redirect("schemes:join_thanks", scheme.slug, "referral")
        if not too_many(request, "referral"):
            actions.referral_send(
                scheme=scheme, person=form.person(), referral=form.referral(), referrer=referrer, by=referrer
            )
            return redirect("schemes:join_thanks", scheme.slug, "referral")
        form.add_error(None, TOO_MANY)
    context = {"form": form, "scheme": scheme}
    return render(request, "schemes/recruitment/referral_send.html", context, status=422 if form.errors else 200)


def _referrer(request, scheme):
    """The account of a referrer of this scheme, if one is signed in: they can follow the stage later."""
    if not request.user.is_authenticated:
        return None
    return request.user if Role.REFERRER in request.actor.roles.get(scheme.pk, ()) else None
