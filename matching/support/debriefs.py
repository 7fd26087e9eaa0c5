"""Reads about how sessions were for the mentor: whom to ask, and after which one somebody should ring them (L6, A4)."""

from datetime import date, timedelta

from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from matching.pairing.states import MET
from matching.relationships.models import MentoringSession
from matching.supervision.models import Supervision
from matching.support.models import CheckIn, Debrief
from matching.support.rhythm import is_debriefed

#: How a session was is asked for so many days; after that it is let be.
ASKED_DAYS = 4
#: The mentor's own, and not of whoever stood in.
OF_THE_TWO = Q(with_cover__isnull=True)
#: Said in words after a session: that it was hard, or that they want to talk it over.
IN_WORDS = Q(debrief__feeling=Debrief.Feeling.HARD) | Q(debrief__wants_talk=True)


def debrief_asked(match, today: date) -> MentoringSession | None:
    """The session this mentor is asked about now: their last one, in the first six months, of which they have said
    nothing yet."""
    held = match.mentoringsessions.of_the_two().filter(outcome__in=MET)
    last = held.order_by("-planned_at").select_related("debrief").first()
    if last is None or hasattr(last, "debrief"):
        return None
    met_on = localdate(last.planned_at)
    is_fresh = met_on > today - timedelta(days=ASKED_DAYS)
    return last if is_fresh and is_debriefed(match.introduced_on, met_on) else None


def hard_sessions(matches=None) -> list[MentoringSession]:
    """Sessions that were hard for the mentor, or that they want to talk over, after which nobody has spoken with them
    yet; the oldest first, each with `told_at`, when they said so. In the first six months; a peer mentor's always (L6).
    Of all matches, or of these."""
    return _hard(OF_THE_TWO if matches is None else OF_THE_TWO & Q(match__in=matches))


def hard_covers(matches=None) -> list[MentoringSession]:
    """The same of those who stood in: to meet somebody new for some weeks is early on, however long the two have been
    together. Their sessions are the co-ordinators' to ask about: their own supervisor reads nothing of this match."""
    return _hard(~OF_THE_TWO if matches is None else ~OF_THE_TWO & Q(match__in=matches))


def hard_of_both(matches, covered) -> list[MentoringSession]:
    """Both in one query, for a page that is asked often: the mentors' of `matches`, the covers' of `covered`."""
    return _hard((OF_THE_TWO & Q(match__in=matches)) | (~OF_THE_TWO & Q(match__in=covered)))


def _hard(which: Q) -> list[MentoringSession]:
    hard = Q(mentor_feeling="not-good") | IN_WORDS
    found = _with_times(MentoringSession.objects.filter(which, hard, outcome__in=MET))
    people = ("match__scheme", "match__volunteer__supervisor", "match__young_person", "with_cover__volunteer")
    rows = _not_talked_over(found).exclude(match__state="ended").select_related(*people).order_by("told_at")
    return [row for row in rows if row.with_cover_id or row.match.volunteer.is_peer or _early(row)]


def _with_times(sessions):
    written_at = Case(When(IN_WORDS, then=F("debrief__created_at")))
    return sessions.annotate(
        told_at=Coalesce(written_at, F("logged_at")), open_since=Coalesce(written_at, F("planned_at"))
    )


def _supervised(volunteer: str):
    """One to one, since it is open: in a group others listen."""
    return Supervision.objects.filter(
        volunteer=OuterRef(volunteer), kind=Supervision.Kind.INDIVIDUAL, outcome=Supervision.Outcome.HELD,
        planned_at__gt=OuterRef("open_since"),
    )  # fmt: skip


def _not_talked_over(sessions):
    """A word before they had said how it was is none about it; nor is one with somebody else of the three."""
    spoken = CheckIn.objects.filter(created_at__gt=OuterRef("told_at"))
    two = ~Exists(spoken.filter(match=OuterRef("match"), side=CheckIn.Side.MENTOR))
    cover = ~Exists(spoken.filter(cover=OuterRef("with_cover")))
    return sessions.filter(
        (OF_THE_TWO & two & ~Exists(_supervised("match__volunteer")))
        | (~OF_THE_TWO & cover & ~Exists(_supervised("with_cover__volunteer")))
    )


def _early(session) -> bool:
    return is_debriefed(session.match.introduced_on, localdate(session.planned_at))
