"""People who may be held twice: the list of pairs, two records side by side, and what is said about them."""

from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.merging import actions, queries
from schemes.people.merging.forms import PersonMergeForm
from schemes.people.merging.models import Kind, MergedPerson
from schemes.people.merging.sides import sides_of
from schemes.people.permissions import Permission
from schemes.people.rosters import OVER
from schemes.people.states import further_on
from schemes.people.views.outcomes import refused

PER_PAGE = 50


def leads_on(view):
    """An address of a record that was put together with another leads to that one (goes under the scheme gate)."""

    @wraps(view)
    def shown(request, scheme, **key):
        try:
            return view(request, scheme, **key)
        except Http404:
            kept = queries.kept_instead(request.actor, scheme, next(iter(key.values())))
            if kept is None:
                raise
            return redirect(f"schemes:{view.__name__}", scheme.slug, kept.pk)

    return shown


@require_safe
@scheme_view(Permission.PEOPLE_EDIT)
def pair_list(request, scheme, kind):
    _known(kind)
    page = Paginator(queries.open_pairs(request.actor, scheme, kind), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": Kind(kind),
        "page": page,
        "pairs": queries.pairs_shown(request.actor, kind, page.object_list),
        "merged": queries.merged_lately(request.actor, scheme, kind, timezone.now()),
    }
    return render(request, "schemes/people/merging/pair_list.html", context)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def pairs_refresh(request, scheme, kind):
    _known(kind)
    actions.pairs_refresh(scheme=scheme, kinds=(kind,), by=request.user)
    return redirect("schemes:pair_list", scheme.slug, kind)


@scheme_view(Permission.PEOPLE_EDIT)
def pair_show(request, scheme, kind, pair_id):
    shown = _found(request, scheme, kind, pair_id)
    kept, gone = _which_stays(shown, request.GET.get("keep"))
    sides = sides_of(kept, gone)
    form = PersonMergeForm(request.POST if request.method == "POST" else None, sides=sides)
    if form.is_bound and form.is_valid():
        try:
            actions.person_merge(kept=kept, gone=gone, choices=form.cleaned_data, by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, f"{kept.name} is one record now. For a day you can take this back.")
            return redirect("schemes:pair_list", scheme.slug, kind)
    context = {
        "kind": Kind(kind),
        "pair": shown.pair,
        "kept": kept,
        "gone": gone,
        "sides": sides,
        "form": form,
        "over": OVER,
    }
    status = 422 if form.errors else 200
    return render(request, "schemes/people/merging/pair_show.html", context, status=status)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def pair_part(request, scheme, kind, pair_id):
    pair = _found(request, scheme, kind, pair_id).pair
    actions.pair_part(pair=pair, by=request.user)
    messages.success(request, "They are two people. Nobody is asked about them again.")
    return redirect("schemes:pair_list", scheme.slug, kind)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def merge_undo(request, scheme, kind, merged_id):
    inside = MergedPerson.objects.visible_to(request.actor).filter(scheme=scheme, kind=kind)
    merged = get_object_or_404(inside, pk=merged_id)
    try:
        gone = actions.merge_undo(merged=merged, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"They are two records again: {gone.ref} is back.")
    return redirect("schemes:pair_list", scheme.slug, kind)


def _known(kind: str) -> None:
    if kind not in Kind.values:
        raise Http404


def _found(request, scheme, kind, pair_id) -> queries.ShownPair:
    shown = queries.pair_shown(request.actor, scheme, pair_id)
    if shown is None or shown.pair.kind != kind:
        raise Http404
    return shown


def _which_stays(shown, asked: str | None) -> tuple:
    """(kept, gone): as the address asks, else the one with an account, else the one further on its way."""
    pair = (shown.one, shown.other)
    if asked not in {person.ref for person in pair}:
        return tuple(sorted(pair, key=lambda person: (person.user_id is None, -further_on(person), person.created_at)))
    return pair if pair[0].ref == asked else pair[::-1]
