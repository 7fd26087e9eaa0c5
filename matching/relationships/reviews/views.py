"""Reviews: each of the two says how it is, the co-ordinator holds it and writes down what was decided (L4)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.models import Review
from matching.relationships.pages import form_shown, own_pair_or_404, pressed, staff_match_or_404, to_match
from matching.relationships.reviews import actions, queries
from matching.relationships.reviews.forms import ReviewHoldForm, ReviewSayForm
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


def review_or_404(request, review_id):
    """A review that this member of staff holds: not one of a pair in which they are one of the two (roles.md)."""
    review = get_object_or_404(Review.objects.visible_to(request.actor), pk=review_id)
    review.match = staff_match_or_404(request, review.match_id)
    if review.match.is_one_of_two(request.user):
        raise Http404
    return review


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def review_begin(request, scheme, review_id):
    """Ask both how it is, before the day has come."""
    review = review_or_404(request, review_id)
    said = "They are in review. Both are asked how it is on their own page."
    to = ("matching:match_show", scheme.slug, review.match_id)
    return pressed(request, lambda: actions.review_begin(review=review, by=request.user), said, *to)


@scheme_view(Permission.MATCH_EDIT)
def review_hold(request, scheme, review_id):
    """What both said beforehand, and what was decided together."""
    review = review_or_404(request, review_id)
    form = ReviewHoldForm(sent(request))
    if taken(form, lambda said: actions.review_hold(review=review, **said, by=request.user)):
        if form.cleaned_data["decision"] == Review.Decision.END:
            messages.success(request, "Written down. Now mark the ending, and record it.")
            return redirect("matching:ending_edit", scheme.slug, review.match_id)
        messages.success(request, "Written down. The next review has its date.")
        return to_match(review.match)
    return form_shown(request, "reviews/review_hold", form, review=review, match=review.match)


@portal_view
def review_say(request, match_id):
    """How it is for me; I can change my words until the review is held."""
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    review = queries.review_next(match)
    if review is None or match.state == Match.State.ENDING:
        raise Http404
    own = getattr(review, f"{side}_view")
    form = ReviewSayForm(sent(request), initial={"view": own})
    if taken(form, lambda said: actions.review_say(review=review, **said, by=request.user)):
        messages.success(request, gettext("Thank you for telling us."))
        return redirect("matching:me")
    return form_shown(request, "reviews/review_say", form, review=review, match=match, side=side)
