"""Mentors beside young people waiting, drawn: where the gaps are, and what closes them (R6)."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.pairing.pools.counting import ANY_PLACE, MOST_ROWS, PoolRow, finding
from matching.pairing.pools.queries import Pool, pools_of
from mentoring.web.charts import Beside, Chart, beside
from mentoring.web.wording import listed
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def pool_show(request, scheme):
    pools = pools_of(scheme, timezone.localdate())
    context = {
        "charts": [(_chart(pool), _beneath(pool)) for pool in pools],
        "gaps": [_gap(scheme, pool) for pool in pools if pool.missing or pool.short],
    }
    return render(request, "matching/pairing/pool_show.html", context)


def _chart(pool: Pool) -> Chart:
    rows = [_drawn(row) for row in pool.rows[:MOST_ROWS]]
    return beside(finding(pool.title, pool.rows), rows, headings=(pool.noun, "Waiting", "Free"))


def _drawn(row: PoolRow) -> Beside:
    free = 0 if row.free == ANY_PLACE else row.free_number
    return Beside(row.words, row.waiting_number, free, row.waiting, row.free)


def _beneath(pool: Pool) -> str:
    more = len(pool.rows) - MOST_ROWS
    return f"The {MOST_ROWS} asked for most; {more} more are not drawn." if more > 0 else pool.note


def _gap(scheme, pool: Pool) -> dict:
    """What is missing by one comparison, in a sentence, with a campaign that begins with it."""
    wanted = [words[:1].lower() + words[1:] if pool.key == "kind" else words for words in pool.missing + pool.short]
    missing, short = wanted[: len(pool.missing)], wanted[len(pool.missing) :]
    said = [f"{pool.nobody} {listed(missing, 'or')}."] if missing else []
    said += [f"Too few for those who wait: {listed(short)}."] if short else []
    query = urlencode({"poster_words": f"{pool.poster} {listed(wanted[:3], 'or')}?"})
    url = f"{reverse('schemes:campaign_add', args=[scheme.slug])}?{query}"
    return {"title": pool.title, "words": " ".join(said), "url": url}
