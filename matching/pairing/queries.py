"""Reads about pairs: who waits, who is free, what stands between them; one match with its gate; lists."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, DateTimeField, Exists, F, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, gate_to_introduce, gate_to_propose
from matching.pairing.models import AgeException, Match, MatchStateChange, Meeting, Profile
from matching.pairing.pools.counting import kind_rows, pool_rows
from matching.pairing.profiles import Preview, preview_of
from matching.pairing.rosters import COLUMNS, GROUPS, Filters, match_row
from matching.pairing.states import NONE_OF_THESE, ON_THE_WAY, TOGETHER
from mentoring.web.counts import counts_of
from mentoring.web.keyset import KeysetPage, keyset_page
from safeguarding.concerns.queries import holds
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme

#: So long a kind word stands where a match was not taken up.
KIND_WORD_HOLDS = timedelta(days=28)
#: A step back from a pause is no new beginning.
NOT_A_PAUSE = ~Q(state_changes__from_state=YoungPerson.State.PAUSED)


def gate_of(match, today: date) -> list[GateLine]:
    """Every line before introduction, for a pair that was proposed."""
    return gate_to_introduce(_facts(match.scheme, match.volunteer, match.young_person, match, today))


def gate_before_proposal(scheme, volunteer, young_person, today: date) -> list[GateLine]:
    """The lines that must hold before anybody is told a name."""
    return gate_to_propose(_facts(scheme, volunteer, young_person, None, today))


def gate_still_proposed(match, today: date) -> list[GateLine]:
    """The same lines for a pair that was proposed: do they still hold?"""
    return gate_to_propose(_facts(match.scheme, match.volunteer, match.young_person, match, today))


def _facts(scheme, volunteer, young_person, match, today):
    return Facts(scheme, [volunteer], [young_person], today).of(volunteer, young_person, match)


def waiting_since() -> Greatest:
    """Since they said yes, or since their last match ended; a pause loses no place. One definition for every list."""
    asked = Max("state_changes__created_at", filter=Q(state_changes__to_state=YoungPerson.State.WAITING) & NOT_A_PAUSE)
    ended = Max("matches__state_changes__created_at", filter=Q(matches__state_changes__to_state=Match.State.ENDED))
    return Greatest(asked, Coalesce(ended, asked))


def people_waiting(scheme):
    """Young people of a scheme waiting with no mentor, longest first."""
    return people_waiting_in([scheme.pk])


def rows_waiting(scheme):
    """The same to be read as plain values: the database carries nothing along but what is asked for."""
    return people_waiting_in([scheme.pk], YoungPerson.objects.values("pk", "created_at", "ref"))


def people_waiting_in(scheme_ids, people=None):
    """Young people waiting with no mentor, in the fair order (`matching.waiting.rules`). Each carries `waiting_since`
    (since they said yes, or since their last match ended; a pause loses no place) and `open_proposals`. `people`: a
    queryset of them, where not whole records are read."""
    return (
        _waiting_in(scheme_ids, YoungPerson.objects.all() if people is None else people)
        .annotate(
            waiting_since=waiting_since(),
            open_proposals=Count("matches", filter=Q(matches__state__in=ON_THE_WAY), distinct=True),
        )
        .order_by("waiting_since", "created_at", "ref")
    )


def _waiting_in(scheme_ids, people):
    with_mentor = Match.objects.together().filter(scheme_id__in=scheme_ids).values("young_person")
    return people.filter(scheme_id__in=scheme_ids, state=YoungPerson.State.WAITING).exclude(pk__in=with_mentor)


def scheme_numbers(scheme) -> dict[str, int]:
    """Pairs who are "together", volunteers in "training" and young people "waiting": one question, since the first page
    asks many."""
    rows = {
        "together": Match.objects.together(),
        "training": Volunteer.objects.filter(state=Volunteer.State.TRAINING),
        "waiting": _waiting_in([scheme.pk], YoungPerson.objects.all()),
    }
    numbers = {
        name: Coalesce(
            Subquery(
                found.filter(scheme=OuterRef("pk")).order_by().values("scheme").annotate(n=Count("pk")).values("n")
            ),
            0,
        )
        for name, found in rows.items()
    }
    return Scheme.objects.filter(pk=scheme.pk).annotate(**numbers).values(*numbers).get()


def mentors_offering(scheme):
    """Mentors of the scheme, and those on their way from the interview on: what holds them up is worth knowing."""
    early_or_gone = ["enquired", "applied", "interviewing", "left", "withdrawn", "declined"]
    return Volunteer.objects.filter(scheme=scheme).exclude(state__in=early_or_gone).order_by("name")


def open_matches_of(young_people) -> dict:
    """{young person's key: their matches on the way, oldest first}."""
    found = defaultdict(list)
    rows = Match.objects.filter(young_person__in=young_people, state__in=ON_THE_WAY).select_related("volunteer")
    for match in rows.order_by("created_at"):
        found[match.young_person_id].append(match)
    return found


def mentor_is_there() -> Q:
    """A mentor who was paused or held since they were proposed is shown to nobody and reads of nobody."""
    return Q(volunteer__state=Volunteer.State.APPROVED) & ~Q(volunteer__in=holds())


def open_choices(young_person):
    """Matches whose profiles this young person may look at now, oldest first."""
    return (
        Match.objects.filter(young_person=young_person, state=Match.State.PROFILES_SHARED)
        .select_related("volunteer", "scheme")
        .order_by("created_at")
    )


def choices_waiting(user):
    """Profiles this young person has not answered, unless they have picked somebody already."""
    mine = Match.objects.filter(young_person__user=user, state=Match.State.PROFILES_SHARED)
    if mine.filter(mentee_answer=Match.Answer.YES).exists():
        return mine.none()
    asked_to_meet = Meeting.objects.still_open().values("match")
    return mine.filter(mentor_is_there()).exclude(pk__in=asked_to_meet).order_by("created_at")


def invitations_for(user):
    """Matches about which a mentor is asked: the young person said yes first."""
    return (
        Match.objects.filter(
            mentor_is_there(),
            volunteer__user=user,
            state=Match.State.PROFILES_SHARED,
            mentee_answer=Match.Answer.YES,
            mentor_answer="",
        )
        .select_related("young_person", "volunteer", "scheme")
        .order_by("created_at")
    )


def shared_with_mentor(user):
    """Every match of this mentor whose profile was shown to a young person, open or not."""
    return Match.objects.filter(volunteer__user=user).exclude(state=Match.State.PROPOSED)


def let_go_lately(person, user, today: date) -> list[Match]:
    """Matches this person said yes to, and that somebody else has let go since: they read a kind word, for four
    weeks, and never who said no or why."""
    own = {"volunteer": person, "mentor_answer": "yes"} if isinstance(person, Volunteer) else {
        "young_person": person, "mentee_answer": "yes"
    }  # fmt: skip
    gone = MatchStateChange.objects.filter(
        to_state=Match.State.DECLINED,
        created_at__date__gt=today - KIND_WORD_HOLDS,
        match__in=Match.objects.filter(**own),
    )
    found = gone.exclude(by=user).select_related("match__volunteer", "match__young_person").order_by("-created_at")
    return [change.match for change in found]


def profile_of(person) -> Profile | None:
    """What this volunteer or young person chose to show and asks for."""
    side = "volunteer" if isinstance(person, Volunteer) else "young_person"
    return Profile.objects.filter(**{side: person}).first()


def mentor_preview(volunteer, today: date) -> Preview:
    return preview_of(volunteer, profile_of(volunteer), today)


def mentor_shown(volunteer, today: date) -> list[tuple[str, str]]:
    """What a young person reads of a mentor: what they chose to show, once they looked at these very words and said
    yes. Until then it is the first name alone (docs/decisions/0013)."""
    preview = mentor_preview(volunteer, today)
    return preview.words if preview.agreed_at else []


def profile_shows(person) -> list | None:
    """What they chose to show; None where they have not chosen yet."""
    profile = profile_of(person)
    return profile.shows if profile else None


def picked_match(young_person):
    """The mentor they picked who said yes too: not introduced yet."""
    states = [Match.State.ACCEPTED, Match.State.RISK_APPROVED]
    return Match.objects.filter(young_person=young_person, state__in=states).select_related("volunteer").first()


def answers_waiting(scheme_ids):
    """Pairs whose profiles are shared and where somebody has not answered; the longest wait first."""
    return answers_waiting_everywhere().filter(scheme_id__in=scheme_ids)


def answers_waiting_everywhere():
    """The same in every scheme, for the reminder rules. Each carries `shared_at`, and `meets_first` where a
    short meeting is asked for before the answer."""
    return (
        Match.objects.filter(state=Match.State.PROFILES_SHARED)
        .annotate(
            shared_at=Max("state_changes__created_at"),
            meets_first=Exists(Meeting.objects.still_open().filter(match=OuterRef("pk"))),
        )
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


def people_unproposed(scheme_ids) -> list[YoungPerson]:
    """Who waits while nobody is proposed to them, the longest wait first, in one query. Each carries `said_none_at`:
    when they said "none of these", if nobody has been proposed or shown to them since."""
    changes = MatchStateChange.objects.filter(match__young_person=OuterRef("pk")).order_by("-created_at")
    said = changes.filter(to_state=Match.State.DECLINED, why=NONE_OF_THESE)
    offered = changes.filter(to_state__in=[Match.State.PROPOSED, Match.State.PROFILES_SHARED])
    newest = {"said_at": said, "offered_at": offered}
    newest = {name: Subquery(rows.values("created_at")[:1]) for name, rows in newest.items()}
    since = Case(When(said_at__gt=F("offered_at"), then=F("said_at")), output_field=DateTimeField())
    people = people_waiting_in(scheme_ids).filter(open_proposals=0).annotate(**newest)
    return list(people.annotate(said_none_at=since).select_related("scheme"))


def live_match_of(young_person):
    """The match in which this young person is together with a mentor, if there is one."""
    return Match.objects.filter(young_person=young_person, state__in=TOGETHER).select_related("volunteer").first()


@dataclass(frozen=True)
class MatchRoster:
    """A page of the list with its counts: `tabs` as (group, words, how many)."""

    page: KeysetPage
    rows: list[dict]
    tabs: list[tuple[str, str, int]]
    shown: int
    everything: int


def match_roster(actor, scheme, filters: Filters, *, after: str, before: str, today: date) -> MatchRoster:
    """The list as the address asks for it: two queries, however long it is."""
    found = Match.objects.visible_to(actor).filter(scheme=scheme)
    if filters.q:
        found = found.filter(Q(volunteer__name__icontains=filters.q) | Q(young_person__name__icontains=filters.q))
    counts = _counts(actor, scheme, found, filters.q)
    tabs = [(group, words, sum(counts.get(state, 0) for state in states)) for group, (words, states) in GROUPS.items()]
    everything = sum(counts.values())
    if filters.group:
        found = found.filter(state__in=GROUPS[filters.group][1])
    page = keyset_page(found, COLUMNS, after=after, before=before)
    words = dict(Match.State.choices)
    return MatchRoster(
        page=page,
        rows=[match_row(values, words, today) for values in page.rows],
        tabs=tabs,
        shown=next((number for group, _, number in tabs if group == filters.group), everything),
        everything=everything,
    )


def _counts(actor, scheme, matches, q: str) -> Mapping[str, int]:
    """How many by state; see counts_of for the list that everybody on the staff sees whole."""

    def counted() -> dict[str, int]:
        return dict(matches.order_by().values_list("state").annotate(n=Count("*")))

    whole = actor.reads_all_inside(Permission.PEOPLE_READ) and not q
    return counts_of((Match._meta.label, scheme.pk), counted) if whole else counted()


def match_numbers(scheme) -> dict:
    """For those who may count but not read: pairs by reference and state, and the pool of mentors (R6)."""
    waiting = list(people_waiting(scheme).values("mentor_kind", "area"))
    taken = Counter(Match.objects.taking_a_place().filter(scheme=scheme).values_list("volunteer", flat=True))
    free = [
        mentor
        for mentor in Volunteer.objects.filter(scheme=scheme, state="approved").values(
            "pk", "is_peer", "area", "capacity"
        )
        for _ in range(mentor["capacity"] - taken[mentor["pk"]])
    ]
    pairs = Match.objects.filter(scheme=scheme).order_by("-created_at")
    words = dict(Match.State.choices)
    return {
        "pairs": [
            (mentor, mentee, words[state], introduced_on, ended_on)
            for mentor, mentee, state, introduced_on, ended_on in pairs.values_list(
                "volunteer__ref", "young_person__ref", "state", "introduced_on", "ended_on"
            )
        ],
        "kinds": kind_rows(
            (person["mentor_kind"] for person in waiting),
            ("peer" if mentor["is_peer"] else "traditional" for mentor in free),
        ),
        "areas": pool_rows((person["area"] for person in waiting), (mentor["area"] for mentor in free)),
    }


def exceptions_to_agree(scheme_ids):
    """Age exceptions that a second person has not looked at (P3)."""
    return AgeException.objects.filter(scheme_id__in=scheme_ids, agreed_by__isnull=True).select_related(
        "volunteer", "young_person", "asked_by", "scheme"
    )


def kinds_on_offer(scheme) -> list[str]:
    """ "peer", "traditional": what this scheme offers, by its rules and by having somebody with a free place (P4)."""
    taken = Counter(Match.objects.taking_a_place().filter(scheme=scheme).values_list("volunteer", flat=True))
    approved = Volunteer.objects.filter(scheme=scheme, state="approved").values_list("pk", "is_peer", "capacity")
    free = {is_peer for key, is_peer, capacity in approved if capacity > taken[key]}
    rules = [("peer", scheme.offers_peer, True), ("traditional", scheme.offers_traditional, False)]
    return [kind for kind, offered, is_peer in rules if offered and is_peer in free]
