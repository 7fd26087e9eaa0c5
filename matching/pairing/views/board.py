"""The board: who waits, whom the plan would give them, which mentors are free; one pair or several taken up at once."""

from datetime import timedelta

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions
from matching.pairing.board.checking import AT_ONCE, ticked_looks
from matching.pairing.board.filters import KINDS, STANDINGS, Filters, key_or_none
from matching.pairing.board.queries import MENTORS_SHOWN, board_of, just_proposed
from matching.pairing.models import Match
from mentoring.web.wording import counted
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

#: So long a proposal of which nobody has been told is offered to be undone on the board.
UNDO_FOR = timedelta(hours=2)


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def match_proposals(request, scheme):
    today, filters = timezone.localdate(), Filters.read(request.GET)
    board = board_of(scheme, filters, today, request.GET.get("page"))
    context = {
        "board": board,
        "page": board.page,
        "rows": [(row, row.days(today)) for row in board.page],
        "free": board.free[:MENTORS_SHOWN],
        "more_free": max(len(board.free) - MENTORS_SHOWN, 0),
        "filters": filters,
        "query": filters.query(pick=""),
        "tickable": any(row.planned for row in board.page),
        "tabs": _tabs(board, filters),
        "kinds": KINDS,
        "undoable": list(just_proposed(scheme, request.user, timezone.now() - UNDO_FOR)),
    }
    return render(request, "matching/pairing/match_proposals.html", context)


def _tabs(board, filters) -> list[dict]:
    tabs = [("", "Everybody", board.everybody)]
    tabs += [(standing, words, board.counts[standing]) for standing, words in STANDINGS.items()]
    return [
        {"words": words, "number": number, "query": filters.query(standing=key), "here": filters.standing == key}
        for key, words, number in tabs
    ]


def board_url(scheme, written: str = "") -> str:
    """The board with the filters of an address that a form of it brought back."""
    query = Filters.read(QueryDict(written)).query()
    return reverse("matching:match_proposals", args=[scheme.slug]) + (f"?{query}" if query else "")


@scheme_view(Permission.MATCH_EDIT)
def match_propose_many(request, scheme):
    """GET: the pairs that were ticked, each with what the gate says. POST: propose those that may be."""
    sent = request.POST if request.method == "POST" else request.GET
    looks = ticked_looks(request.actor, scheme, sent.getlist("pair"), timezone.localdate())
    if request.method == "POST" and looks:
        _propose(request, scheme, looks)
        return redirect(board_url(scheme, sent.get("board", "")))
    context = {
        "ready": [look for look in looks if not look.blocked],
        "blocked": [look for look in looks if look.blocked],
        "most": AT_ONCE,
        "board_query": Filters.read(QueryDict(sent.get("board", ""))).query(),
    }
    return render(request, "matching/pairing/match_propose_many.html", context)


def _propose(request, scheme, looks) -> None:
    """Each pair by itself: what the gate refuses is said with its reasons, and the others are kept."""
    done, refused = actions.match_propose_many(scheme=scheme, pairs=[look.pair for look in looks], by=request.user)
    if done:
        messages.success(request, f"{counted(len(done), 'pair')} proposed. Nobody has been told yet.")
    for pair, reasons in refused:
        names = f"{pair['volunteer'].first_name} and {pair['young_person'].first_name}"
        messages.error(request, f"{names} are not proposed. {' '.join(reasons)}")


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def match_propose_undo(request, scheme):
    """Take back proposals of which nobody has been told."""
    keys = [key for key in map(key_or_none, request.POST.getlist("match")) if key]
    found = Match.objects.visible_to(request.actor).filter(scheme=scheme, pk__in=keys)
    matches = list(found.select_related("volunteer", "young_person"))
    done, told = actions.match_propose_undo(matches=matches, by=request.user)
    if done:
        messages.success(request, f"{counted(len(done), 'proposal')} taken back. Nobody was told.")
    for match in told:
        messages.error(request, f"{match}: somebody has been told, so it stays. Take it back on its own page.")
    return redirect(board_url(scheme, request.POST.get("board", "")))
