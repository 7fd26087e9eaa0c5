"""A lead's decisions about one concern. Each asks in one form; what is refused says what opens it."""

from django.shortcuts import get_object_or_404

from safeguarding.concerns.deciding import actions
from safeguarding.concerns.deciding.forms import (
    ConcernCloseForm,
    ConcernReferForm,
    ConcernTriageForm,
    OfficerNotToldForm,
    ReferralHeardForm,
)
from safeguarding.concerns.deciding.queries import officer_of, route_by_age, route_told
from safeguarding.concerns.models import Concern
from safeguarding.concerns.routes import barring_words
from safeguarding.concerns.views import found, step
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def posted(request):
    return request.POST if request.method == "POST" else None


@scheme_view(Permission.CONCERN_LIST)
def concern_triage(request, scheme, concern_id):
    concern = found(request, concern_id)
    form = ConcernTriageForm(posted(request), by_age=route_by_age(concern))
    title, button = "Decide what is needed", "Write the decision down"
    return step(request, concern, form, actions.concern_triage, title, button, route=route_told(concern))


@scheme_view(Permission.CONCERN_LIST)
def concern_refer(request, scheme, concern_id):
    concern = found(request, concern_id)
    form = ConcernReferForm(posted(request), scheme=scheme)
    more = {"route": route_told(concern), "officer": officer_of(concern) if concern.officer_by else None}
    return step(request, concern, form, actions.concern_refer, "Record a referral", "Write the referral down", **more)


@scheme_view(Permission.CONCERN_LIST)
def referral_heard(request, scheme, concern_id, referral_id):
    concern = found(request, concern_id)
    referral = get_object_or_404(concern.referrals, pk=referral_id)

    def heard(concern, words, by):
        return actions.referral_heard(referral=referral, words=words, by=by)

    title = f"What came back: {referral.called}"
    return step(request, concern, ReferralHeardForm(posted(request)), heard, title, "Write it down for good")


@scheme_view(Permission.CONCERN_LIST)
def officer_not_told(request, scheme, concern_id):
    concern = found(request, concern_id)
    title, button = "The designated officer need not know", "Write the decision down"
    form, officer = OfficerNotToldForm(posted(request)), officer_of(concern)
    return step(request, concern, form, actions.officer_not_told, title, button, officer=officer)


@scheme_view(Permission.CONCERN_LIST)
def concern_close(request, scheme, concern_id):
    concern = found(request, concern_id)
    meant = concern.triage == Concern.Triage.REFER and not concern.referrals.exists()
    more = {"barring": barring_words(scheme.nation) if concern.officer_by else ""}
    form = ConcernCloseForm(posted(request), asks_why_not=meant)
    return step(request, concern, form, actions.concern_close, "Close this", "Close this for good", **more)
