"""Reading which endings are to be planned, and which agreed time is up (S15, L4)."""

from datetime import date, datetime

from django.db.models import OuterRef, Subquery
from django.utils.timezone import localtime

from matching.endings.models import EndingPlan
from matching.endings.planning.rules import agreed_end, stage_of
from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.models import Agreement, Review

#: Together, and nobody has said yet that it is coming to an end.
GOING_ON = tuple(state for state in TOGETHER if state != "ending")


def endings_coming(at: datetime, scheme_ids=None) -> list[Match]:
    """Matches whose ending is to be planned, or whose agreed time is up, the longest due first: of every scheme, or of
    these. Each carries `ends_on`, `stage` ("plan" or "over") and `due_on`."""
    found = Match.objects.filter(state__in=GOING_ON, introduced_on__isnull=False)
    found = found if scheme_ids is None else found.filter(scheme_id__in=scheme_ids)
    due = {}
    for pk, introduced_on, weeks, until, planned_for in _terms(found):
        ends_on = agreed_end(introduced_on, weeks, until)
        stage = ends_on and stage_of(
            introduced_on=introduced_on, ends_on=ends_on, planned_for=planned_for, today=localtime(at).date()
        )
        if stage:
            due[pk] = (ends_on, *stage)
    people = ("scheme", "volunteer", "young_person")
    matches = list(Match.objects.filter(pk__in=due).select_related(*people))
    for match in matches:
        match.ends_on, match.stage, match.due_on = due[match.pk]
    return sorted(matches, key=lambda match: match.due_on)


def agreed_end_of(match) -> date | None:
    """The last day these two agreed on; None: open-ended."""
    _, introduced_on, weeks, until, _ = _terms(Match.objects.filter(pk=match.pk)).get()
    return agreed_end(introduced_on, weeks, until)


def plan_of(match) -> EndingPlan | None:
    return EndingPlan.objects.filter(match=match).select_related("written_by").first()


def _terms(matches):
    """(key, introduced on, weeks of the agreement in force, extended until, planned for) of each."""
    signed = Agreement.objects.filter(
        match=OuterRef("pk"),
        mentee_signed_at__isnull=False,
        mentor_signed_at__isnull=False,
        co_ordinator_signed_at__isnull=False,
    ).order_by("-version")
    longer = Review.objects.filter(match=OuterRef("pk"), extended_until__isnull=False).order_by("-extended_until")
    terms = matches.order_by().annotate(
        weeks=Subquery(signed.values("length_weeks")[:1]), until=Subquery(longer.values("extended_until")[:1])
    )
    return terms.values_list("pk", "introduced_on", "weeks", "until", "ending_plan__planned_for")
