"""The review of suitability: one person writes, a second and different one confirms (S11, P1)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from schemes.people.approval import approval_missing
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.training import actions, queries
from schemes.training.forms import SuitabilityReviewWriteForm
from schemes.training.models import SuitabilityReview

LEADS_TO_MATCHING, LEADS_TO_GROUP = "approved", "group-only"
#: Said by the room until the two have signed, which is what this page is for.
NO_REVIEW = "Two people have not agreed on a suitability review."


@scheme_view(Permission.SUITABILITY_REVIEW)
def suitability_review_write(request, scheme, volunteer_id):
    volunteer = get_object_or_404(queries.reviewable(request.actor, scheme), pk=volunteer_id)
    sent = request.POST if request.method == "POST" else None
    form = SuitabilityReviewWriteForm(sent, is_peer=volunteer.is_peer)
    if form.is_valid():
        try:
            actions.suitability_review_write(volunteer=volunteer, by=request.user, **form.review())
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Written. A second person now looks at it before anything changes.")
            return redirect("schemes:suitability_review_write", scheme.slug, volunteer.pk)
    status = 422 if sent is not None else 200
    return render(
        request, "schemes/training/suitability_review_write.html", _context(request, volunteer, form), status=status
    )


def _context(request, volunteer, form):
    standing = queries.training_standing(volunteer)
    review = queries.open_review(volunteer)
    to = LEADS_TO_GROUP if review and review.outcome == SuitabilityReview.Outcome.GROUP_ONLY else LEADS_TO_MATCHING
    still_needed = approval_missing(volunteer, timezone.localdate(), to)
    return {
        "form": form,
        "volunteer": volunteer,
        "review": review,
        "mine": review is not None and review.first_by_id == request.user.pk,
        "standing": standing,
        "missing": queries.topic_words(standing.missing),
        "attendance": queries.attendance_counts(volunteer),
        "still_needed": [words for words in still_needed if words != NO_REVIEW],
        "may_read_people": request.actor.may(Permission.PEOPLE_READ, volunteer),
    }


def _decide(request, scheme, review_id, act, said):
    inside = SuitabilityReview.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    review = get_object_or_404(inside.select_related("volunteer"), pk=review_id)
    try:
        act(review=review, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)
    return redirect("schemes:suitability_review_write", scheme.slug, review.volunteer_id)


@require_POST
@scheme_view(Permission.SUITABILITY_REVIEW)
def suitability_review_confirm(request, scheme, review_id):
    said = "Confirmed by the two of you. The record has moved on."
    return _decide(request, scheme, review_id, actions.suitability_review_confirm, said)


@require_POST
@scheme_view(Permission.SUITABILITY_REVIEW)
def suitability_review_withdraw(request, scheme, review_id):
    said = "Taken back. Talk it over, then write a new one."
    return _decide(request, scheme, review_id, actions.suitability_review_withdraw, said)
