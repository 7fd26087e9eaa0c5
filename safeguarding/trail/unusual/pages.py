"""What both pages share: that of managers and that of safeguarding leads."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from mentoring.web.posted import sent, taken
from safeguarding.trail.unusual import wording
from safeguarding.trail.unusual.actions import look_answer
from safeguarding.trail.unusual.forms import LookAnswerForm

SIZE = 25
#: What the filter of the list offers: its word in the address, words on the page, which rows.
SHOW = (
    ("", "Open", lambda row: not row.is_settled),
    ("new", "Nobody asked yet", lambda row: row.answer is None or row.has_grown),
    ("further", "Looked into further", lambda row: row.answer is not None and not row.is_settled and not row.has_grown),
    ("settled", "Settled", lambda row: row.is_settled),
)


def list_page(request, scheme, rows, *, ask):
    """The open ones; what is settled stands behind its own tab. `ask`: the address of asking about one."""
    tabs = [(key, words, sum(map(picks, rows))) for key, words, picks in SHOW]
    chosen = next((one for one in SHOW if one[0] == request.GET.get("show", "")), SHOW[0])
    page = Paginator([row for row in rows if chosen[2](row)], SIZE).get_page(request.GET.get("page"))
    shown = {"page": page, "tabs": tabs, "chosen": chosen[0], "keep": f"show={chosen[0]}&" if chosen[0] else ""}
    shown["lines"] = [line_of(row, scheme, ask) for row in page]
    return render(request, "safeguarding/trail/unusual/look_list.html", shown | {"for_leads": "lead" in ask})


def line_of(row, scheme, ask: str) -> dict:
    url = reverse(f"safeguarding:{ask}", args=[scheme.slug, row.key])
    return {"row": row, "what": wording.what(row.finding), "usual": wording.usual(row.finding), "url": url}


def ask_page(request, scheme, rows, key: str, *, ask: str, back: str):
    """One of them, what was noted so far, and a note more."""
    row = next((one for one in rows if one.key == key), None)
    if row is None:
        raise Http404
    form = LookAnswerForm(sent(request))
    if taken(form, lambda said: look_answer(scheme=scheme, row=row, **said, by=request.user)):
        messages.success(request, "Written down.")
        return redirect(f"safeguarding:{back}", scheme=scheme.slug)
    shown = {
        "form": form,
        "line": line_of(row, scheme, ask),
        "back": reverse(f"safeguarding:{back}", args=[scheme.slug]),
    }
    return render(request, "safeguarding/trail/unusual/look_ask.html", shown, status=422 if form.is_bound else 200)
