"""What the page of a match says about their sessions."""

from django.db.models import Count
from django.utils import timezone

from matching.pairing.states import TOGETHER
from matching.relationships.doses.queries import doses_of
from matching.relationships.models import MentoringSession
from matching.relationships.queries import contact_of
from matching.relationships.sides import side_of
from matching.relationships.stops import sessions_off
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """Sessions held and to come, from the introduction on."""
    if match.introduced_on is None or not actor.may(Permission.MATCH_READ, match):
        return []
    outcomes = dict(match.mentoringsessions.order_by().values_list("outcome").annotate(number=Count("pk")))
    planned = match.mentoringsessions.filter(outcome=MentoringSession.Outcome.PLANNED).order_by("planned_at")
    now = timezone.now()
    context = {
        "match": match,
        "dose": doses_of([match], timezone.localdate(now))[match.pk],
        "missed": outcomes.get("missed-mentee", 0) + outcomes.get("missed-mentor", 0),
        "next_session": planned.filter(planned_at__gte=now).first(),
        "not_logged": planned.filter(planned_at__lt=now).count(),
        "off": not side_of(match, actor.user) and sessions_off(match),
        "contact": contact_of(match, now),
        "is_own": bool(side_of(match, actor.user)),
        "may_plan": actor.may(Permission.MATCH_EDIT, match) and match.state in TOGETHER,
    }
    return [Card("Sessions", "matching/relationships/sessions_panel.html", context, column="main")]
