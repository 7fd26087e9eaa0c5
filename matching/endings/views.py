from django.contrib import messages
from django.shortcuts import get_list_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from matching.endings import actions, queries
from matching.endings.forms import (
    ConflictDecideForm,
    EndingBeginForm,
    EndingForm,
    EndingSayForm,
    RematchForm,
    ReviewSignForm,
)
from matching.endings.models import Ending
from matching.endings.pages import ending_or_404, match_of_others_or_404
from matching.pairing.models import Match
from matching.relationships.own import names_in_role
from matching.relationships.pages import own_pair_or_404, pressed, to_match
from mentoring.transitions import Refused
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission, Role

KEEP = 422


@scheme_view(Permission.MATCH_EDIT)
def match_ending_begin(request, scheme, match_id):
    """Say that it is coming to an end; the ending itself is recorded after."""
    match = match_of_others_or_404(request, match_id)
    form = EndingBeginForm(sent(request))
    if taken(form, lambda said: actions.match_ending_begin(match=match, **said, by=request.user)):
        return redirect("matching:ending_edit", scheme=scheme.slug, match_id=match.pk)
    return step(request, "match_ending_begin", form, match)


@scheme_view(Permission.MATCH_EDIT)
def ending_edit(request, scheme, match_id):
    """The formal ending: kept as far as it is known, closed when it is whole."""
    match = match_of_others_or_404(request, match_id)
    ending, goals = queries.ending_of(match), queries.goals_to_close(match)
    form = EndingForm(sent(request), instance=ending, match=match, goals=goals)

    def keep(_):
        actions.ending_save(match=match, **form.said(), by=request.user)
        if "close" in request.POST:
            actions.match_end(match=match, by=request.user)

    if taken(form, keep):
        messages.success(request, CLOSED if "close" in request.POST else "Kept. The match is still open.")
        return on_from(match, form.cleaned_data["way"], closed="close" in request.POST)
    known = {"ending": ending, "departed": queries.departed_of(match)}
    return step(request, "ending_edit", form, match, **known)


CLOSED = "The match is ended, and its ending is on record."


def on_from(match, way, *, closed: bool):
    """From the ending to the letter, where there is one to write; else back to the match."""
    ending = queries.ending_of(match)
    if not closed and not ending.letter_sent_on and (way == Ending.Way.LETTER or queries.departed_of(match)):
        return redirect("matching:ending_letter_write", match.scheme.slug, match.pk)
    return to_match(match)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def match_end(request, scheme, match_id):
    match = match_of_others_or_404(request, match_id)
    return pressed(
        request,
        lambda: actions.match_end(match=match, by=request.user),
        CLOSED,
        *("matching:match_show", scheme.slug, match.pk),
    )


@scheme_view(Permission.MATCH_EDIT)
def ending_review_sign(request, scheme, match_id):
    """What was learned is written down for whoever looks for the next mentor, and signed."""
    ending = ending_or_404(request, match_id)
    form = ReviewSignForm(sent(request))
    if taken(form, lambda said: actions.ending_review_sign(ending=ending, **said, by=request.user)):
        messages.success(request, "Signed. A new match may be looked for, if the young person wants one.")
        return to_match(ending.match)
    return step(request, "ending_review_sign", form, ending.match)


@scheme_view(Permission.MATCH_EDIT)
def conflict_decide(request, scheme, match_id):
    """Two who are together and know each other: staff decide, with the reason on record."""
    match = match_of_others_or_404(request, match_id)
    form = ConflictDecideForm(sent(request))

    def decide(said):
        goes_on = said["goes_on"] == "yes"
        return actions.conflict_decide(match=match, goes_on=goes_on, because=said["because"], by=request.user)

    if taken(form, decide):
        messages.success(request, "Decided, with the reason on record.")
        return to_match(match) if form.cleaned_data["goes_on"] == "yes" else redirect(
            "matching:ending_edit", scheme=scheme.slug, match_id=match.pk
        )  # fmt: skip
    return step(request, "conflict_decide", form, match, conflicts=queries.conflicts_of(match))


def step(request, template, form, match, **context):
    context = {"form": form, "match": match, **context}
    return render(request, f"matching/endings/{template}.html", context, status=KEEP if form.is_bound else 200)


@portal_view
def rematch_answer(request):
    """A young person says in their own time whether they would like another mentor."""
    asked = queries.asked_for_another(timezone.localdate()).filter(user=request.user)
    young_person = get_list_or_404(asked.select_related("scheme", "user"))[0]
    form = RematchForm(sent(request))
    if taken(form, lambda said: actions.rematch_answer(young_person=young_person, **said, by=request.user)):
        messages.success(request, REMATCH_SAID[form.cleaned_data["answer"]])
        return redirect("matching:me")
    mentor = queries.last_ending_of(young_person).match.volunteer.first_name
    context = {"form": form, "mentor": mentor}
    return render(request, "matching/endings/rematch_answer.html", context, status=KEEP if form.is_bound else 200)


REMATCH_SAID = {
    "yes": _("Good. We look for somebody who fits, and you choose."),
    "not-now": _("That is fine. You find the question here whenever you want."),
    "never": _("That is fine. You can always come back to us."),
}


@require_POST
@scheme_view(Permission.PLAN_EDIT)
def scheme_close(request, scheme):
    try:
        actions.scheme_close(scheme=scheme, by=request.user)
        messages.success(request, "The scheme is closed. Its records stay, to be read.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("schemes:step_list", scheme=scheme.slug)


@portal_view
def ending_say(request, match_id):
    """Each side's own: why it ends for them, and what it was like."""
    match, side = own_pair_or_404(request, match_id, states=(Match.State.ENDING,))
    form = EndingSayForm(sent(request), initial=said_before(match, side))
    if taken(form, lambda said: actions.ending_say(match=match, **said, by=request.user)):
        messages.success(request, gettext("Thank you. It is kept with the ending."))
        return redirect("matching:me")
    other = match.volunteer if side == "mentee" else match.young_person
    leads = names_in_role(match.scheme, Role.LEAD)
    return step(request, "ending_say", form, match, side=side, other=other, leads=leads)


def said_before(match, side: str) -> dict:
    ending = queries.ending_of(match)
    return {name: getattr(ending, f"{side}_{name}") for name in EndingSayForm.base_fields} if ending else {}
