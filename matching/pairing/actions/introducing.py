"""From two people who said yes to two people who meet: nobody is introduced past the gate (L8, lifecycle.md)."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.pairing.actions.choosing import moved
from matching.pairing.actions.holding import match_held, not_one_of_two, scheme_held
from matching.pairing.actions.reviewing import first_review_set, reviews_set
from matching.pairing.gate import blocked_by
from matching.pairing.models import Match
from matching.pairing.queries import gate_of
from matching.pairing.states import MET
from mentoring.transitions import Refused
from safeguarding.risk.queries import risk_approved


@transaction.atomic
def match_risk_approved(*, match, by) -> Match:
    """Take up the lead's approval of the risk assessment; it is given in another room, which knows no match (L8)."""
    if not risk_approved(match.pk, timezone.localdate()):
        raise Refused("The risk assessment of these two is not approved yet. Ask the safeguarding lead.")
    return moved(match, Match.State.RISK_APPROVED, by)


@transaction.atomic
def match_introduce(*, match, by) -> Match:
    """Introduce the two: the whole gate is asked again under lock, the first review gets its date (L4), and from now on
    the match is that co-ordinator's."""
    scheme_held(match.scheme)
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    today = timezone.localdate()
    wrong = blocked_by(gate_of(match, today))
    if wrong:
        raise Refused(*wrong)
    if match.state == Match.State.ACCEPTED:
        match = match_risk_approved(match=match, by=by)
    try:
        with transaction.atomic():
            match = moved(match, Match.State.INTRODUCED, by)
    except IntegrityError as problem:
        raise Refused(f"{match.young_person.first_name} has a mentor already.") from problem
    match.introduced_on, match.co_ordinator = today, by
    match.save(update_fields=["introduced_on", "co_ordinator"])
    first_review_set(match)
    return match


@transaction.atomic
def match_activate(*, match, by) -> Match:
    """They have met: from now on they are together, and every full review has its day (L4). A first meeting or a
    session that was held says so."""
    match = match_held(match)
    met = match.meetings.filter(kind="first", outcome="held") or match.mentoringsessions.filter(outcome__in=MET)
    if match.state == Match.State.INTRODUCED and not met:
        raise Refused("They have not met yet. Plan their first meeting, and write down how it went.")
    match = moved(match, Match.State.ACTIVE, by)
    reviews_set(match, timezone.localdate())
    return match
