"""Reading endings: which are not recorded, which matches have lapsed, how the ended ones ended (S15, S16)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, DateField, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils.timezone import localdate

from matching.cover.queries import with_back_on
from matching.endings.models import Ending
from matching.endings.rules import HURRIED, MENTEE_GONE, Known
from matching.pairing.models import GONE, Conflict, Match
from matching.pairing.states import MET, TOGETHER
from matching.relationships.goals.queries import goals_chosen
from schemes.people.models import VolunteerStateChange, YoungPerson, YoungPersonStateChange
from schemes.planning.models import Scheme

BEGUN_DAYS = 7


def with_last_contact(matches):
    """Each match with `last_contact_on`: the day of the last session that the two held, else of the introduction; or
    that on which a pause was over, where they have not met since."""
    theirs = Q(mentoringsessions__outcome__in=MET, mentoringsessions__with_cover__isnull=True)
    held = Max(TruncDate("mentoringsessions__planned_at"), filter=theirs)
    since = Coalesce(held, F("introduced_on"), output_field=DateField())
    return with_back_on(matches).annotate(last_contact_on=Greatest(since, Coalesce(F("back_on"), since)))


def endings_not_recorded(at: datetime):
    """Matches in "ending" whose last contact is seven days ago and more; each with `last_contact_on`."""
    return with_last_contact(Match.objects.all()).filter(_begun(at)).select_related(*PEOPLE)


def lapsed_matches(at: datetime):
    """Together, and without contact for longer than the scheme lets pass: flagged, never closed by itself."""
    days = Scheme.objects.order_by().values_list("lapse_after_days", flat=True).distinct()
    return with_last_contact(Match.objects.all()).filter(_lapsed(at, days)).select_related(*PEOPLE)


def departed_matches() -> list[Match]:
    """Together, though the mentor left or the young person moved on: each with `departed` ({side: first name}) and
    `left_on`. Nobody is told goodbye by a record that was closed."""
    return [_departed(match) for match in _with_gone_at(Match.objects.filter(_gone())).select_related(*PEOPLE)]


def matches_to_chase(at: datetime, scheme_ids, lapse_days: Iterable[int]) -> list[Match]:
    """All three at once, for a first page: each as above, with `why` ("gone", "begun" or "lapsed") and `due_on`, the
    longest due first. `lapse_days`: after how many the schemes call a match lapsed."""
    mine = _with_gone_at(with_last_contact(Match.objects.filter(scheme_id__in=scheme_ids, state__in=TOGETHER)))
    found = mine.filter(_begun(at) | _lapsed(at, lapse_days) | _gone()).select_related(*PEOPLE)
    return sorted((_chased(match) for match in found), key=lambda match: match.due_on)


PEOPLE = ("scheme", "volunteer", "young_person")


def _begun(at) -> Q:
    return Q(state=Match.State.ENDING, last_contact_on__lte=localdate(at) - timedelta(days=BEGUN_DAYS))


def _lapsed(at, lapse_days) -> Q:
    silent = Q(pk__in=[])
    for days in set(lapse_days):
        silent |= Q(scheme__lapse_after_days=days, last_contact_on__lt=localdate(at) - timedelta(days=days))
    return silent & Q(state__in=["introduced", "active", "under-review"])


def _gone() -> Q:
    left = Q(volunteer__state__in=GONE) | Q(young_person__state__in=MENTEE_GONE)
    return left & Q(state__in=[state for state in TOGETHER if state != Match.State.ENDING])


def _with_gone_at(matches):
    """Each with the instants at which either of the two went; the match's own beginning where none is on record."""
    mentor = VolunteerStateChange.objects.filter(volunteer=OuterRef("volunteer"), to_state__in=GONE)
    mentee = YoungPersonStateChange.objects.filter(young_person=OuterRef("young_person"), to_state__in=MENTEE_GONE)
    return matches.annotate(
        mentor_gone_at=Coalesce(Subquery(mentor.order_by("-created_at").values("created_at")[:1]), F("created_at")),
        mentee_gone_at=Coalesce(Subquery(mentee.order_by("-created_at").values("created_at")[:1]), F("created_at")),
    )


def _departed(match) -> Match:
    match.departed = departed_of(match)
    match.left_on = min(localdate(getattr(match, f"{side}_gone_at")) for side in match.departed)
    return match


def _chased(match) -> Match:
    if match.state != Match.State.ENDING and departed_of(match):
        match.why, match.due_on = "gone", _departed(match).left_on
        return match
    match.why = "begun" if match.state == Match.State.ENDING else "lapsed"
    days = BEGUN_DAYS if match.why == "begun" else match.scheme.lapse_after_days
    match.due_on = match.last_contact_on + timedelta(days=days)
    return match


def ending_counts(scheme, start: date, end: date) -> dict[str, int]:
    """planned / unplanned / premature → matches ended in that period (both days in it)."""
    ended = Ending.objects.filter(match__scheme=scheme, match__ended_on__range=(start, end))
    return dict(ended.order_by().values_list("planned").annotate(number=Count("pk")))


def ending_of(match) -> Ending | None:
    return Ending.objects.filter(match=match).first()


def departed_of(match) -> dict[str, str]:
    """{side: first name} of those of the two who have gone: the mentor left, the young person moved on."""
    gone = {}
    if match.young_person.state in MENTEE_GONE:
        gone["mentee"] = match.young_person.first_name
    if match.volunteer.state in GONE:
        gone["mentor"] = match.volunteer.first_name
    return gone


def have_met(match) -> bool:
    """They were a pair, if only for a day."""
    return match.state_changes.filter(to_state=Match.State.ACTIVE).exists()


def goals_to_close(match) -> list:
    """Goals that somebody has to say of what became of them; one that was reached or parked before is closed. Each
    carries `closed`, what was said so far, or None."""
    goals = goals_chosen(match.goals.select_related("at_end"))
    for goal in goals:
        goal.closed = getattr(goal, "at_end", None)
    return [goal for goal in goals if goal.closed or goal.progress == "open"]


def known_of(match, ending) -> Known:
    """What the rules ask about."""
    return Known(
        planned=ending.planned,
        reason=ending.reason,
        way=ending.way,
        meeting_on=ending.meeting_on,
        letter=ending.letter,
        letter_to=ending.letter_to,
        letter_sent_on=ending.letter_sent_on,
        have_met=have_met(match),
        goals_unsaid=sum(goal.closed is None for goal in goals_to_close(match)),
        departed=departed_of(match),
    )


def conflicts_to_decide(scheme_ids=None):
    """Pairs who are together and of whom somebody has said that they know each other; each with `said_at`. An ending
    that has begun is a decision."""
    said = Conflict.objects.filter(
        volunteer=OuterRef("volunteer"), young_person=OuterRef("young_person"), decided_at__isnull=True
    )
    found = Match.objects.filter(state__in=[state for state in TOGETHER if state != Match.State.ENDING])
    found = found if scheme_ids is None else found.filter(scheme_id__in=scheme_ids)
    found = found.annotate(said_at=Subquery(said.order_by("created_at").values("said_at")[:1]))
    rows = found.filter(said_at__isnull=False).select_related("scheme", "volunteer", "young_person")
    return rows.order_by("said_at")


def conflict_undecided_of(match) -> bool:
    return conflicts_to_decide([match.scheme_id]).filter(pk=match.pk).exists()


def conflicts_of(match):
    """What was said of this pair, the newest last."""
    rows = Conflict.objects.filter(volunteer=match.volunteer_id, young_person=match.young_person_id)
    return rows.select_related("declared_by", "decided_by").order_by("said_at")


def _last_ended():
    """Of each young person, the day on which their last match ended."""
    ended = Match.objects.filter(young_person=OuterRef("pk"), state=Match.State.ENDED)
    return Subquery(ended.order_by("-ended_on").values("ended_on")[:1])


def asked_for_another(today: date):
    """Young people whose last match has ended, from the day after on, until they say whether they want another mentor:
    said since counts, whatever they said before. Those who pause may still say yes."""
    mentored = Match.objects.together().values("young_person")
    rows = YoungPerson.objects.filter(state__in=["waiting", "paused"]).annotate(last_ended_on=_last_ended())
    unsaid = Q(still_wants_mentor_on__isnull=True) | Q(still_wants_mentor_on__lte=F("last_ended_on"))
    return rows.filter(unsaid, last_ended_on__lt=today).exclude(pk__in=mentored)


def hurried_endings(scheme_ids) -> list[Ending]:
    """The newest ending of each young person who still waits, where nobody had planned it and a new match waits for
    something; each with `asks_again`: have they said since then that they want another mentor?"""
    ended = Match.objects.filter(young_person=OuterRef("match__young_person"), state=Match.State.ENDED)
    rows = Ending.objects.filter(
        planned__in=HURRIED, match__state=Match.State.ENDED, match__young_person__state="waiting",
        match__young_person__scheme_id__in=scheme_ids,
        match__ended_on=Subquery(ended.order_by("-ended_on").values("ended_on")[:1]),
    )  # fmt: skip
    mentored = Match.objects.together().values("young_person")
    found = list(rows.exclude(match__young_person__in=mentored).select_related(*(f"match__{one}" for one in PEOPLE)))
    for one in found:
        wish = one.match.young_person.still_wants_mentor_on
        one.asks_again = bool(wish and wish > one.match.ended_on)
    waits = [one for one in found if not (one.review_signed_at and one.asks_again)]
    return sorted(waits, key=lambda one: one.match.ended_on)


def last_ending_of(young_person) -> Ending | None:
    """How their last match ended, for whoever looks for the next mentor."""
    rows = Ending.objects.filter(match__young_person=young_person, match__state=Match.State.ENDED)
    return rows.select_related("match__volunteer", "review_signed_by").order_by("match__ended_on").last()
