"""The waiting list in its fair order, and those whom something holds up (L10)."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.waiting import queries
from matching.waiting.rules import CONTACT_EVERY_DAYS, KINDS
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

SIZE = 50
_CONTACT = ("Write down a contact", "schemes:contact_record", True)
_CONSENT = ("See to consent", "safeguarding:consent_show", True)
#: What ends each barrier: words, page, whether it is the young person's own page.
NEXT = {
    "answer": ("Answer", "schemes:young_person_show", True),
    "reply": _CONTACT,
    "meeting": ("Write down the meeting", "schemes:first_meeting_record", True),
    "thinking": ("Write down their choice", "schemes:young_person_show", True),
    "own": _CONSENT,
    "parent": _CONSENT,
    "local-authority": _CONSENT,
    "choice": ("Write down their choice", "schemes:young_person_edit", True),
    "wish": _CONTACT,
    "mentor": ("See proposals", "matching:match_proposals", False),
    "contact": _CONTACT,
}


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def waiting_list(request, scheme):
    page = _number(request.GET.get("page", ""))
    today, start = timezone.localdate(), (page - 1) * SIZE
    rows, number = queries.line(scheme, today, start=start, size=SIZE)
    shown = {
        "rows": rows,
        "number": number,
        "page": page,
        "has_more": start + SIZE < number,
        "today": today,
        "every": CONTACT_EVERY_DAYS,
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "matching/waiting/waiting_list.html", shown)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def stuck_list(request, scheme):
    today, kind = timezone.localdate(), request.GET.get("kind", "")
    held = queries.held_up_kinds(scheme, today, request.actor)
    kind = kind if kind in KINDS else ""
    keys = [key for key, kinds in held.items() if not kind or kind in kinds]
    page = Paginator(keys, SIZE).get_page(request.GET.get("page"))
    rows = queries.held_up(scheme, today, request.actor, page.object_list)
    shown = {
        "rows": [(row.person, [(one, one.days(today)) for one in row.barriers], way_out(row, scheme)) for row in rows],
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
        "page": page,
        "everybody": len(held),
        "kinds": queries.kinds_of(held),
        "kind": kind,
    }
    return render(request, "matching/waiting/stuck_list.html", shown)


def way_out(row, scheme) -> tuple[str, str]:
    """(words, address) of the page that ends what has held somebody up longest."""
    words, page, is_own = NEXT[row.barriers[0].kind]
    return words, reverse(page, args=[scheme.slug, row.person.pk] if is_own else [scheme.slug])


def _number(written: str) -> int:
    """The page asked for; the first for anything that is none."""
    return min(max(int(written), 1), 100_000) if written.isascii() and written.isdigit() and len(written) < 7 else 1
