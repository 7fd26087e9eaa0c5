"""Gathers what the gate asks: for one pair or for every pair of a scheme, in the same few queries."""

from collections import Counter, defaultdict
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from matching.endings.models import Ending
from matching.pairing.criteria.outcodes import kilometres
from matching.pairing.engine.rows import WishRow, read
from matching.pairing.gate import GateFacts
from matching.pairing.models import AgeException, Conflict, Match, PairingRules, Profile, SetAside
from matching.pairing.states import ON_THE_WAY, TOGETHER
from matching.relationships.models import Agreement
from matching.supervision.queries import dated_in_time
from safeguarding.concerns.queries import holds
from safeguarding.consent.queries import consent_missing_of
from safeguarding.risk.queries import risk_latest
from safeguarding.vetting.queries import clearance_of
from schemes.people.models import Membership
from schemes.people.permissions import Role
from schemes.training.models import SuitabilityReview
from schemes.training.queries import topic_words, training_standings

SUPERVISING = (Role.SUPERVISOR, Role.COORDINATOR)


class MatchRow(NamedTuple):
    """What matching reads of a `Match`."""

    pk: object
    volunteer: object
    young_person: object
    state: str
    mentee_answer: str
    mentor_answer: str


class Facts:
    """Facts about some volunteers and young people of one scheme on one day. Each kind is read once, when first asked.
    What speaks against single pairs stands in `conflicts`, `age_exceptions` and `set_aside`, by the keys of the two.

    People may be records or the engine's plain rows (`matching.pairing.engine.rows`): only attributes are read. `match`
    rows that stand already are given to `of(...)`, so that a pair's own place is not counted against it.
    """

    def __init__(self, scheme, volunteers, young_people, today: date):
        self.scheme, self.today = scheme, today
        self.volunteers, self.young_people = list(volunteers), list(young_people)
        self.mentor_keys = [volunteer.pk for volunteer in self.volunteers]
        self.mentee_keys = [young_person.pk for young_person in self.young_people]

    def of(self, volunteer, young_person, match=None) -> GateFacts:
        """Everything the gate asks about one pair."""
        pair, live = (volunteer.pk, young_person.pk), match.pk if match else None
        about_mentor, about_mentee = self.of_mentor(volunteer), self.of_mentee(young_person)
        about_mentor["places_taken"] -= 1 if match and live in self.taking_places else 0
        about_mentee["mentee_has_mentor"] = bool(self.mentors_of[young_person.pk] - {live})
        return GateFacts(
            **about_mentor,
            **about_mentee,
            **self.of_scheme,
            age_exception=pair in self.age_exceptions,
            conflicts=(*same_person(volunteer, young_person), *self.conflicts.get(pair, ())),
            risk=risk_standing(match, self.today) if match else "",
            agreement_signed=bool(match) and agreement_signed(match),
            supervision_planned=bool(match) and volunteer.pk in self.supervised,
            set_aside=pair in self.set_aside,
            proposed_already=match is None and pair in self.live_pairs,
            apart_km=kilometres(volunteer.outcode, young_person.outcode),
        )

    def of_mentor(self, volunteer) -> dict:
        """What the gate asks about a mentor, whoever the young person is."""
        profile = self.profiles.get(volunteer.pk)
        return self.standing_of_mentor(volunteer) | {
            "mentor_area": volunteer.area,
            "mentor_not_from": tuple(profile.not_from) if profile else (),
        }

    def standing_of_mentor(self, volunteer) -> dict:
        """The same without what they wish for, which is dear to read."""
        clearance = self.clearances[volunteer.pk]
        return {
            "mentor": volunteer.first_name,
            "mentor_state": volunteer.state,
            "checks_missing": tuple(clearance.missing),
            "checks_waived": clearance.waived,
            "training_missing": self.training_missing[volunteer.pk],
            "suitability": self.suitability.get(volunteer.pk, ""),
            "capacity": volunteer.capacity,
            "places_taken": self.places[volunteer.pk],
            "mentor_born_on": volunteer.born_on,
            "mentor_is_peer": volunteer.is_peer,
            "role_statement_signed": volunteer.role_statement_signed_on is not None,
            "supervisor_named": volunteer.supervisor_id in self.supervisors,
            "held": volunteer.pk in self.held,
        }

    def of_mentee(self, young_person) -> dict:
        """What the gate asks about a young person, whoever the mentor is."""
        wishes = {"mentee_area": young_person.area, "mentee_not_from": tuple(young_person.not_from)}
        return self.standing_of_mentee(young_person) | wishes

    def standing_of_mentee(self, young_person) -> dict:
        """The same without where nobody may be from, which is sealed."""
        bad_ending_on, review_signed = self.bad_endings.get(young_person.pk, (None, False))
        return {
            "mentee": young_person.first_name,
            "mentee_state": young_person.state,
            "mentee_has_mentor": bool(self.mentors_of.get(young_person.pk)),
            "wants_mentor_on": young_person.still_wants_mentor_on,
            "consents_missing": tuple(self.consents[young_person.pk]),
            "mentee_born_on": young_person.born_on,
            "mentor_kind_wanted": young_person.mentor_kind,
            "bad_ending_on": bad_ending_on,
            "ending_review_signed": review_signed,
        }

    @cached_property
    def of_scheme(self) -> dict:
        """What the gate asks about the scheme and the day."""
        return {
            "today": self.today,
            "mentor_age_from": self.scheme.mentor_age_from,
            "mentee_age_from": self.scheme.mentee_age_from,
            "mentee_age_to": self.scheme.mentee_age_to,
            "age_gap_least": self.scheme.age_gap_least,
            "farthest_km": self.rules.farthest_km,
            "has_coordinator": Role.COORDINATOR in self.roles_filled,
            "has_lead": Role.LEAD in self.roles_filled,
        }

    @cached_property
    def clearances(self):
        return clearance_of(self.volunteers, self.today, {self.scheme.pk: self.scheme})

    @cached_property
    def consents(self):
        return consent_missing_of(self.young_people, self.scheme, self.today)

    @cached_property
    def suitability(self) -> dict:
        """Outcome of the newest review that two people signed."""
        signed = SuitabilityReview.objects.filter(volunteer__in=self.mentor_keys, second_by__isnull=False)
        return dict(signed.order_by("created_at").values_list("volunteer", "outcome"))

    @cached_property
    def _matches(self) -> list[MatchRow]:
        """Every match, over or not, of one of these people."""
        theirs = Q(volunteer__in=self.mentor_keys) | Q(young_person__in=self.mentee_keys)
        return [MatchRow(*row) for row in Match.objects.filter(theirs).values_list(*MatchRow._fields)]

    @cached_property
    def _live(self) -> list[MatchRow]:
        return [row for row in self._matches if row.state in TOGETHER or row.state in ON_THE_WAY]

    @cached_property
    def taking_places(self) -> set:
        return {row.pk for row in self._live}

    @cached_property
    def places(self) -> Counter:
        """How many places of each volunteer are taken."""
        return Counter(row.volunteer for row in self._live)

    @cached_property
    def mentors_of(self) -> dict:
        """Keys of the live matches of each young person."""
        found = defaultdict(set)
        for row in self._live:
            if row.state in TOGETHER:
                found[row.young_person].add(row.pk)
        return found

    @cached_property
    def live_pairs(self) -> set:
        return {(row.volunteer, row.young_person) for row in self._live}

    @cached_property
    def settled(self) -> set:
        """Young people who have found somebody: both said yes, and they are not introduced yet."""
        return {
            row.young_person for row in self._live if row.state in (Match.State.ACCEPTED, Match.State.RISK_APPROVED)
        }

    @cached_property
    def said_no(self) -> set:
        """Pairs in which one of the two said no before: not proposed of themselves again, but by hand they may be."""
        no = Match.Answer.NO
        return {
            (row.volunteer, row.young_person) for row in self._matches if no in (row.mentee_answer, row.mentor_answer)
        }

    @cached_property
    def conflicts(self) -> dict:
        """Sentences per pair."""
        found = defaultdict(list)
        rows = Conflict.objects.filter(scheme=self.scheme, volunteer__in=self.mentor_keys)
        for row in rows.filter(young_person__in=self.mentee_keys):
            found[row.volunteer_id, row.young_person_id].append(f"{row.get_kind_display()}.")
        return found

    @cached_property
    def set_aside(self) -> set:
        """(volunteer's key, young person's key) of the pairs that a co-ordinator set aside and that are so today."""
        return set(SetAside.objects.on(self.today).filter(scheme=self.scheme).values_list("volunteer", "young_person"))

    @cached_property
    def rules(self) -> PairingRules:
        """How the scheme weighs; the rules we begin with where it has set none."""
        return PairingRules.objects.filter(scheme=self.scheme).first() or PairingRules(scheme=self.scheme)

    @cached_property
    def age_exceptions(self) -> set:
        agreed = AgeException.objects.filter(scheme=self.scheme, agreed_by__isnull=False)
        return set(agreed.values_list("volunteer", "young_person"))

    @cached_property
    def profiles(self) -> dict:
        """What each person asks for, by their own key."""
        rows = Profile.objects.filter(Q(volunteer__in=self.mentor_keys) | Q(young_person__in=self.mentee_keys))
        return {wish.volunteer or wish.young_person: wish for wish in read(rows, WishRow)}

    @cached_property
    def bad_endings(self) -> dict:
        """(day, was the review signed?) where the newest ending of a young person was not a planned one."""
        rows = Ending.objects.filter(match__young_person__in=self.mentee_keys, match__ended_on__isnull=False)
        in_time = rows.select_related("match").order_by("match__ended_on", "created_at")
        newest = {row.match.young_person_id: row for row in in_time}
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
        """Volunteers with a date for supervision ahead of them that comes in time."""
        return dated_in_time(self.mentor_keys, timezone.now())

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
