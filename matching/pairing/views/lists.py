"""The list of matches, a pair taken up or made by hand, what is said about two people, and the numbers alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions, queries
from matching.pairing.fixes import gate_missing
from matching.pairing.forms import AgeExceptionForm, ConflictForm, ProposeForm
from matching.pairing.models import AgeException
from matching.pairing.proposals import score_for
from matching.pairing.rosters import Filters
from matching.pairing.views.board import board_url
from matching.relationships.doses.queries import dose_column
from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused


@require_safe
@scheme_view(Permission.MATCH_READ)
def match_list(request, scheme):
    filters, today = Filters.read(request.GET), timezone.localdate()
    places = {name: request.GET.get(name, "") for name in ("after", "before")}
    may_agree = request.actor.may(Permission.RISK_APPROVE, scheme)
    roster = queries.match_roster(request.actor, scheme, filters, today=today, **places)
    if filters.group == "together":
        dose_column(roster.rows, today)
    context = {
        "roster": roster,
        "filters": filters,
        "tabs": [
            {"words": words, "number": number, "query": filters.query(group=group), "here": filters.group == group}
            for group, words, number in roster.tabs
        ],
        "everything": filters.query(group=""),
        "may_edit": request.actor.may(Permission.MATCH_EDIT, scheme),
        "exceptions": queries.exceptions_to_agree([scheme.pk]) if may_agree else [],
    }
    return render(request, "matching/pairing/match_list.html", context)


@require_safe
@scheme_view(Permission.MATCH_COUNT)
def match_numbers(request, scheme):
    return render(request, "matching/pairing/match_numbers.html", queries.match_numbers(scheme))


def people_to_pair(request, scheme) -> dict:
    """Whom a form about two people lets one choose from."""
    return {
        "young_people": YoungPerson.objects.visible_to(request.actor).filter(scheme=scheme, state="waiting"),
        "mentors": Volunteer.objects.visible_to(request.actor).filter(scheme=scheme, state="approved"),
    }


@scheme_view(Permission.MATCH_EDIT)
def match_propose(request, scheme):
    """A proposal taken up with one press, or a pair chosen by hand: one form, one gate."""
    sent = request.POST if request.method == "POST" else None
    form = ProposeForm(sent, initial=request.GET.dict(), **people_to_pair(request, scheme))
    in_the_way = []
    if sent is not None and form.is_valid():
        pair, today = form.cleaned_data, timezone.localdate()
        try:
            match = actions.match_propose(
                scheme=scheme, **pair, **score_for(scheme, **pair, today=today), by=request.user
            )
        except Refused as problem:
            refused(form, problem)
            in_the_way = gate_missing(scheme, **pair, today=today)
        else:
            return _proposed(request, match, sent)
    context = {"form": form, "in_the_way": in_the_way}
    return render(request, "matching/pairing/match_propose.html", context, status=422 if form.errors else 200)


def _proposed(request, match, sent):
    """On to the match, or back to the board where it was taken up there."""
    messages.success(request, f"{match} are proposed. Share the profile when you are ready.")
    if "board" in sent:
        return redirect(board_url(match.scheme, sent["board"]))
    return redirect("matching:match_show", match.scheme.slug, match.pk)


@scheme_view(Permission.MATCH_EDIT)
def age_exception_ask(request, scheme):
    said = "Asked. It counts once the safeguarding lead has agreed."
    return _about_two(request, scheme, AgeExceptionForm, "age_exception_ask", actions.age_exception_ask, said)


@scheme_view(Permission.MATCH_EDIT)
def conflict_declare(request, scheme):
    said = "Noted. These two will not be proposed to each other."
    return _about_two(request, scheme, ConflictForm, "conflict_declare", actions.conflict_declare, said)


def _about_two(request, scheme, form_class, template, action, said):
    """A form about two people chosen on it, and one action."""
    sent = request.POST if request.method == "POST" else None
    form = form_class(sent, initial=request.GET.dict(), **people_to_pair(request, scheme))
    if sent is not None and form.is_valid():
        try:
            action(scheme=scheme, by=request.user, **form.cleaned_data)
        except Refused as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, said)
            return redirect("matching:match_list", scheme.slug)
    return render(request, f"matching/pairing/{template}.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@scheme_view(Permission.RISK_APPROVE)
def age_exception_agree(request, scheme, exception_id):
    exception = get_object_or_404(AgeException.objects.visible_to(request.actor), pk=exception_id)
    try:
        actions.age_exception_agree(exception=exception, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Agreed. Their ages are no longer in the way.")
    return redirect("matching:match_list", scheme.slug)
