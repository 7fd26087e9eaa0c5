"""Who looks after whom: a co-ordinator's and a supervisor's matches with what is due, and how much each holds (P8)."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.support.caseload import asked_for, caseload, keepers_of
from matching.support.load import EVERYBODY, NOBODY, LoadFilters
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

SIZE = 50


@require_safe
@scheme_view(Permission.MATCH_READ)
def caseload_show(request, scheme):
    """Their own first; a supervisor sees their own mentors' only, whatever the address says."""
    filters, now = LoadFilters.read(request.GET), timezone.now()
    rows = caseload(request.actor, scheme, now)
    shown = asked_for(rows, filters, request.user)
    context = {
        "page": Paginator(shown, SIZE).get_page(request.GET.get("page")),
        "filters": filters,
        "tabs": tabs_of(rows, filters, request.user),
        "keepers": keepers_of(rows),
        "today": timezone.localdate(),
        "keep": f"{filters.query()}&" if filters.query() else "",
        "shown": len(shown),
        "load": sum(row.load for row in shown),
        "peers_query": filters.query(peers="" if filters.peers else "1"),
        "late_query": filters.query(late="" if filters.late else "1"),
    }
    return render(request, "matching/support/caseload_show.html", context)


def tabs_of(rows, filters, user) -> list[dict]:
    """One's own, everybody's, and nobody's where there are such: words, how many, address, whether it is this one."""
    own = sum(user.pk in row.keepers() for row in rows)
    nobody = sum(row.match.is_nobodys for row in rows)
    kinds = [
        ("Yours", str(user.pk), own, own and not filters.who),
        ("Everybody’s", EVERYBODY, len(rows), not own and not filters.who),
        ("Nobody’s yet", NOBODY, nobody, False),
    ]
    return [
        {"words": words, "number": number, "query": filters.query(who=who), "here": is_first or filters.who == who}
        for words, who, number, is_first in kinds
        if number or who == EVERYBODY
    ]
