from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching.endings import actions, queries
from matching.endings.forms import (
    ConflictDecideForm,
    EndingBeginForm,
    EndingForm,
    ReflectionForm,
    RematchForm,
    ReviewSignForm,
)
from matching.pairing.models import Match
from mentoring.transitions import Refused
from mentoring.web.pdf import PdfUnavailable, pdf_from
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission

KEEP = 422


def match_or_404(request, match_id) -> Match:
    rows = Match.objects.visible_to(request.actor).select_related("scheme", "volunteer", "young_person")
    return get_object_or_404(rows, pk=match_id)


def ending_or_404(request, match_id):
    ending = queries.ending_of(match_or_404(request, match_id))
    if ending is None:
        raise Http404
    return ending


def to_match(match):
    return redirect("matching:match_show", scheme=match.scheme.slug, match_id=match.pk)


@scheme_view(Permission.MATCH_EDIT)
def match_ending_begin(request, scheme, match_id):
    """Say that it is coming to an end; the ending itself is recorded after."""
    match = match_or_404(request, match_id)
    form = EndingBeginForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.match_ending_begin(match=match, why=form.cleaned_data["why"], by=request.user)
            return redirect("matching:ending_edit", scheme=scheme.slug, match_id=match.pk)
        except Refused as refused:
            form.add_error(None, refused.reasons)
    context = {"form": form, "match": match}
    return render(request, "matching/endings/match_ending_begin.html", context, status=KEEP if form.is_bound else 200)


@scheme_view(Permission.MATCH_EDIT)
def ending_edit(request, scheme, match_id):
    """The formal ending: kept as far as it is known, closed when it is whole."""
    match = match_or_404(request, match_id)
    form = EndingForm(request.POST if request.method == "POST" else None, instance=queries.ending_of(match))
    if request.method == "POST" and form.is_valid():
        try:
            actions.ending_save(match=match, fields=form.cleaned_data, by=request.user)
            if "close" in request.POST:
                actions.match_end(match=match, by=request.user)
                messages.success(request, "The match is ended, and its ending is on record.")
            else:
                messages.success(request, "Kept. The match is still open.")
            return to_match(match)
        except Refused as refused:
            form.add_error(None, refused.reasons)
    context = {"form": form, "match": match}
    return render(request, "matching/endings/ending_edit.html", context, status=KEEP if form.is_bound else 200)


@scheme_view(Permission.MATCH_EDIT)
@require_POST
def match_end(request, scheme, match_id):
    match = match_or_404(request, match_id)
    try:
        actions.match_end(match=match, by=request.user)
        messages.success(request, "The match is ended, and its ending is on record.")
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("matching:ending_edit", scheme=scheme.slug, match_id=match.pk)
    return to_match(match)


@scheme_view(Permission.MATCH_EDIT)
def ending_letter(request, scheme, match_id):
    """The letter as a PDF, for whoever may edit the match."""
    ending = ending_or_404(request, match_id)
    context = {"ending": ending, "match": ending.match, "scheme": scheme, "today": timezone.localdate()}
    try:
        paper = pdf_from("reports/ending_letter.html", context, title="A letter for you")
    except PdfUnavailable as missing:
        messages.error(request, str(missing))
        return redirect("matching:ending_edit", scheme=scheme.slug, match_id=match_id)
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return answer


@scheme_view(Permission.MATCH_EDIT)
@require_POST
def ending_letter_confirm(request, scheme, match_id):
    ending = ending_or_404(request, match_id)
    actions.ending_letter_confirm(ending=ending, on=timezone.localdate(), by=request.user)
    return to_match(ending.match)


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
    match = match_or_404(request, match_id)
    if request.user.pk in {match.volunteer.user_id, match.young_person.user_id}:
        raise Http404
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
    "yes": "Good. We look for somebody who fits, and you choose.",
    "not-now": "That is fine. You find the question here whenever you want.",
    "never": "That is fine. You can always come back to us.",
}


@scheme_view(Permission.PLAN_EDIT)
@require_POST
def scheme_close(request, scheme):
    try:
        actions.scheme_close(scheme=scheme, by=request.user)
        messages.success(request, "The scheme is closed. Its records stay, to be read.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("schemes:step_list", scheme=scheme.slug)


@portal_view
def ending_reflect(request, match_id):
    """Both sides' own words on what it was like."""
    match = match_or_404(request, match_id)
    side = {match.volunteer.user_id: "mentor", match.young_person.user_id: "mentee"}.get(request.user.pk)
    if side is None or match.state != Match.State.ENDING:
        raise Http404
    form = ReflectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ending_reflect(match=match, side=side, words=form.cleaned_data["words"], by=request.user)
            messages.success(request, "Thank you. It is kept with the ending.")
            return redirect("/")
        except Refused as refused:
            form.add_error(None, refused.reasons)
    context = {"form": form, "match": match, "side": side}
    return render(request, "matching/endings/ending_reflect.html", context, status=KEEP if form.is_bound else 200)
