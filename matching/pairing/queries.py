"""Reads about pairs: who waits, who is free, what stands between them; one match with its gate; lists."""

from datetime import date

from django.db.models import Count, Max, Q

from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, gate_to_introduce, gate_to_propose
from matching.pairing.models import Match, Profile
from matching.pairing.states import ON_THE_WAY, TOGETHER
from schemes.people.models import Volunteer, YoungPerson


def gate_of(match, today: date) -> list[GateLine]:
    """Every line before introduction, for a pair that was proposed."""
    return gate_to_introduce(_facts(match.scheme, match.volunteer, match.young_person, match, today))


def gate_before_proposal(scheme, volunteer, young_person, today: date) -> list[GateLine]:
    """The lines that must hold before anybody is told a name."""
    return gate_to_propose(_facts(scheme, volunteer, young_person, None, today))


def _facts(scheme, volunteer, young_person, match, today):
    return Facts(scheme, [volunteer], [young_person], today).of(volunteer, young_person, match)


def people_waiting(scheme):
    """Young people waiting with no mentor, longest first. Each carries `waiting_since` and `open_proposals`."""
    return (
        YoungPerson.objects.filter(scheme=scheme, state=YoungPerson.State.WAITING)
        .exclude(pk__in=Match.objects.together().filter(scheme=scheme).values("young_person"))
        .annotate(
            waiting_since=Max("state_changes__created_at", filter=Q(state_changes__to_state=YoungPerson.State.WAITING)),
            open_proposals=Count("matches", filter=Q(matches__state__in=ON_THE_WAY), distinct=True),
        )
        .order_by("waiting_since", "created_at")
    )


def mentors_offering(scheme):
    """Mentors of the scheme, and those on their way from the interview on: what holds them up is worth knowing."""
    early_or_gone = ["enquired", "applied", "interviewing", "left", "withdrawn", "declined"]
    return Volunteer.objects.filter(scheme=scheme).exclude(state__in=early_or_gone).order_by("name")


def open_choices(young_person):
    """Matches whose profiles this young person may look at now, oldest first."""
    return (
        Match.objects.filter(young_person=young_person, state=Match.State.PROFILES_SHARED)
        .select_related("volunteer", "scheme")
        .order_by("created_at")
    )


def invitations_for(user):
    """Matches about which a mentor is asked: the young person said yes first."""
    return (
        Match.objects.filter(
            volunteer__user=user, state=Match.State.PROFILES_SHARED, mentee_answer=Match.Answer.YES, mentor_answer=""
        )
        .select_related("young_person", "volunteer", "scheme")
        .order_by("created_at")
    )


def profile_shows(person) -> list | None:
    """What this volunteer or young person chose to show; None where they have not chosen yet."""
    side = "volunteer" if isinstance(person, Volunteer) else "young_person"
    profile = Profile.objects.filter(**{side: person}).first()
    return profile.shows if profile else None


def answers_waiting(scheme_ids):
    """Pairs whose profiles are shared and where somebody has not answered; the longest wait first."""
    return (
        Match.objects.filter(scheme_id__in=scheme_ids, state=Match.State.PROFILES_SHARED)
        .annotate(shared_at=Max("state_changes__created_at"))
        .select_related("volunteer", "young_person", "scheme")
        .order_by("shared_at")
    )


def matches_to_introduce(scheme_ids):
    """Pairs who both said yes and are not introduced yet."""
    return (
        Match.objects.filter(scheme_id__in=scheme_ids, state__in=[Match.State.ACCEPTED, Match.State.RISK_APPROVED])
        .annotate(yes_at=Max("state_changes__created_at"))
        .select_related("volunteer", "young_person", "scheme")
        .order_by("yes_at")
    )


def live_match_of(young_person):
    """The match in which this young person is together with a mentor, if there is one."""
    return Match.objects.filter(young_person=young_person, state__in=TOGETHER).first()
