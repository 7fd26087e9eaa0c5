"""Gathers what the gate asks: for one pair or for every pair of a scheme, in the same few queries."""

from collections import Counter, defaultdict
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from matching.endings.models import Ending
from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.gate import GateFacts, age_on
from matching.pairing.models import AgeException, Conflict, Match, Profile, SetAside
from matching.pairing.states import TOGETHER
from matching.relationships.models import Agreement
from matching.supervision.models import Supervision
from safeguarding.concerns.queries import holds
from safeguarding.consent.queries import consent_missing_of
from safeguarding.risk.queries import risk_latest
from safeguarding.vetting.queries import clearance_of
from schemes.people.models import Membership
from schemes.people.permissions import Role
from schemes.training.models import SuitabilityReview
from schemes.training.queries import topic_words, training_standings

SUPERVISING = (Role.SUPERVISOR, Role.COORDINATOR)


class Facts:
    """Facts about some volunteers and young people of one scheme on one day. Each kind is read once, when first asked.
    What speaks against single pairs stands in `conflicts`, `age_exceptions` and `set_aside`, by the keys of the two.

    `match` rows that stand already are given to `of(...)`, so that a pair's own place is not counted against it.
    """

    def __init__(self, scheme, volunteers, young_people, today: date):
        self.scheme, self.today = scheme, today
        self.volunteers, self.young_people = list(volunteers), list(young_people)

    def of(self, volunteer, young_person, match=None) -> GateFacts:
        """Everything the gate asks about one pair."""
        scheme = self.scheme
        mentor_profile = self.profiles.get(volunteer.pk)
        bad_ending_on, review_signed = self.bad_endings.get(young_person.pk, (None, False))
        taken = self.places[volunteer.pk] - (1 if match and match.pk in self.taking_places else 0)
        return GateFacts(
            today=self.today,
            mentor=volunteer.first_name,
            mentee=young_person.first_name,
            mentor_state=volunteer.state,
            checks_missing=tuple(self.clearances[volunteer.pk].missing),
            checks_waived=self.clearances[volunteer.pk].waived,
            training_missing=self.training_missing[volunteer.pk],
            suitability=self.suitability.get(volunteer.pk, ""),
            capacity=volunteer.capacity,
            places_taken=taken,
            mentee_state=young_person.state,
            mentee_has_mentor=bool(self.mentors_of[young_person.pk] - {match.pk if match else None}),
            wants_mentor_on=young_person.still_wants_mentor_on,
            consents_missing=tuple(self.consents[young_person.pk]),
            mentor_born_on=volunteer.born_on,
            mentee_born_on=young_person.born_on,
            mentor_age_from=scheme.mentor_age_from,
            mentee_age_from=scheme.mentee_age_from,
            mentee_age_to=scheme.mentee_age_to,
            age_gap_least=scheme.age_gap_least,
            age_exception=(volunteer.pk, young_person.pk) in self.age_exceptions,
            conflicts=(*same_person(volunteer, young_person), *self.conflicts[volunteer.pk, young_person.pk]),
            mentor_area=volunteer.area,
            mentee_area=young_person.area,
            mentor_not_from=tuple(mentor_profile.not_from) if mentor_profile else (),
            mentee_not_from=tuple(young_person.not_from),
            mentor_kind_wanted=young_person.mentor_kind,
            mentor_is_peer=volunteer.is_peer,
            risk=risk_standing(match, self.today) if match else "",
            role_statement_signed=volunteer.role_statement_signed_on is not None,
            agreement_signed=bool(match) and agreement_signed(match),
            supervisor_named=volunteer.supervisor_id in self.supervisors,
            supervision_planned=volunteer.pk in self.supervised,
            bad_ending_on=bad_ending_on,
            ending_review_signed=review_signed,
            held=volunteer.pk in self.held,
            has_coordinator=Role.COORDINATOR in self.roles_filled,
            has_lead=Role.LEAD in self.roles_filled,
            set_aside=(volunteer.pk, young_person.pk) in self.set_aside,
        )

    @cached_property
    def clearances(self):
        return clearance_of(self.volunteers, self.today)

    @cached_property
    def consents(self):
        return consent_missing_of(self.young_people, self.scheme, self.today)

    @cached_property
    def suitability(self) -> dict:
        """Outcome of the newest review that two people signed."""
        signed = SuitabilityReview.objects.filter(volunteer__in=self.volunteers, second_by__isnull=False)
        return dict(signed.order_by("created_at").values_list("volunteer", "outcome"))

    @cached_property
    def _matches(self) -> list:
        """(match, volunteer, young person, state) of every match that takes a place with one of these people."""
        theirs = Q(volunteer__in=self.volunteers) | Q(young_person__in=self.young_people)
        rows = Match.objects.taking_a_place().filter(theirs)
        return list(rows.values_list("pk", "volunteer", "young_person", "state"))

    @cached_property
    def taking_places(self) -> set:
        return {match for match, *_ in self._matches}

    @cached_property
    def places(self) -> Counter:
        """How many places of each volunteer are taken."""
        return Counter(volunteer for _, volunteer, _, _ in self._matches)

    @cached_property
    def mentors_of(self) -> dict:
        """Keys of the live matches of each young person."""
        found = defaultdict(set)
        for match, _, young_person, state in self._matches:
            if state in TOGETHER:
                found[young_person].add(match)
        return found

    @cached_property
    def conflicts(self) -> dict:
        """Sentences per pair."""
        found = defaultdict(list)
        rows = Conflict.objects.filter(scheme=self.scheme, volunteer__in=self.volunteers)
        for row in rows.filter(young_person__in=self.young_people):
            found[row.volunteer_id, row.young_person_id].append(f"{row.get_kind_display()}.")
        return found

    @cached_property
    def set_aside(self) -> set:
        """(volunteer's key, young person's key) of the pairs that a co-ordinator set aside and that are so today."""
        return set(SetAside.objects.on(self.today).filter(scheme=self.scheme).values_list("volunteer", "young_person"))

    @cached_property
    def age_exceptions(self) -> set:
        agreed = AgeException.objects.filter(scheme=self.scheme, agreed_by__isnull=False)
        return set(agreed.values_list("volunteer", "young_person"))

    @cached_property
    def profiles(self) -> dict:
        """What each person asks for, by their own key."""
        rows = Profile.objects.filter(Q(volunteer__in=self.volunteers) | Q(young_person__in=self.young_people))
        return {row.volunteer_id or row.young_person_id: row for row in rows}

    @cached_property
    def bad_endings(self) -> dict:
        """(day, was the review signed?) where the newest ending of a young person was not a planned one."""
        rows = Ending.objects.filter(match__young_person__in=self.young_people, match__ended_on__isnull=False)
        newest = {row.match.young_person_id: row for row in rows.select_related("match").order_by("match__ended_on")}
        return {
            person: (row.match.ended_on, row.review_signed_at is not None)
            for person, row in newest.items()
            if row.planned != Ending.Planned.PLANNED
        }

    @cached_property
    def held(self) -> set:
        return set(holds(self.scheme).values_list("volunteer", flat=True))

    @cached_property
    def _members(self) -> list:
        live = Membership.objects.filter(scheme=self.scheme, ended_at__isnull=True, user__is_active=True)
        return list(live.values_list("role", "user"))

    @cached_property
    def roles_filled(self) -> set:
        return {role for role, _ in self._members}

    @cached_property
    def supervisors(self) -> set:
        return {user for role, user in self._members if role in SUPERVISING}

    @cached_property
    def supervised(self) -> set:
        """Volunteers with a date for supervision ahead of them."""
        planned = Supervision.objects.filter(outcome=Supervision.Outcome.PLANNED, planned_at__gte=timezone.now())
        return set(planned.filter(volunteer__in=self.volunteers).values_list("volunteer", flat=True))

    @cached_property
    def training_missing(self) -> dict:
        return training_missing_of(self.volunteers, self.scheme)


def same_person(volunteer, young_person) -> tuple[str, ...]:
    """P4: a peer mentor can have a mentor too, in the same account; but not themselves."""
    return ("They are the same person.",) if volunteer.user_id and volunteer.user_id == young_person.user_id else ()


def risk_standing(match, today: date) -> str:
    """How the newest risk assessment of the two stands, as the gate says it (L8)."""
    newest = risk_latest(match.pk)
    if newest is None:
        return ""
    if newest.approved_at:
        return "approved" if newest.review_on >= today else "out-of-date"
    return "sent-back" if newest.sent_back_at else "waiting"


def agreement_signed(match) -> bool:
    """Is the newest version of what the two agreed signed by all three?"""
    newest = Agreement.objects.filter(match=match).order_by("-version").first()
    return bool(newest and newest.is_signed)


def sides(facts: Facts, volunteer, young_person) -> tuple[MentorSide, MenteeSide]:
    """What the score asks about one pair."""
    return (
        mentor_side(volunteer, facts.profiles.get(volunteer.pk), facts.today),
        mentee_side(young_person, facts.profiles.get(young_person.pk)),
    )


def mentor_side(volunteer, profile, today: date) -> MentorSide:
    """`profile` may be None: what they have not told us stays empty."""
    return MentorSide(
        name=volunteer.first_name,
        interests=tuple(volunteer.interests),
        strengths=tuple(volunteer.strengths),
        free_times=tuple(volunteer.free_times),
        area=volunteer.area,
        gender=volunteer.gender,
        age=age_on(volunteer.born_on, today) if volunteer.born_on else None,
        outcode=volunteer.outcode,
        languages=tuple(volunteer.languages),
        communities=tuple(profile.communities or ()) if profile else (),
        is_peer=volunteer.is_peer,
        months=profile.months if profile else None,
        knows_about=tuple(profile.knows_about) if profile else (),
    )


def mentee_side(young_person, profile) -> MenteeSide:
    return MenteeSide(
        name=young_person.first_name,
        interests=tuple(young_person.interests),
        wants_help_with=tuple(young_person.wants_help_with),
        free_times=tuple(young_person.free_times),
        area=young_person.area,
        gender_wish=young_person.mentor_gender_wish,
        background_wish=young_person.background_wish,
        mentor_age_wish=profile.mentor_age_wish if profile else "",
        outcode=young_person.outcode,
        languages=tuple(young_person.languages),
        communities=tuple(profile.communities or ()) if profile else (),
        kind_wish=young_person.mentor_kind,
        months=profile.months if profile else None,
        why_now=tuple(young_person.why_now_kinds),
    )


def training_missing_of(volunteers, scheme) -> dict:
    """{volunteer's key: sentences}: the topics still missing, and the hours (P2)."""
    standings = training_standings(scheme, volunteers)
    return {volunteer.pk: tuple(_training_words(volunteer, standings[volunteer.pk])) for volunteer in volunteers}


def _training_words(volunteer, standing) -> list[str]:
    name = volunteer.first_name
    words = [f"{name} has not done the training on “{topic}”." for topic in topic_words(standing.missing)]
    if standing.hours < standing.hours_needed:
        words.append(f"{name} has done {standing.hours:g} of {standing.hours_needed:g} hours of training.")
    return words
