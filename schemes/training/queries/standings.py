"""How volunteers stand against the minimum: what they heard, by whichever way, and what is still in date (S11, P2)."""

from collections import defaultdict
from decimal import Decimal

from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.training.models import Attendance, Course, Equivalence, Module, StudyTry
from schemes.training.queries.people import reviewable
from schemes.training.standing import Heard, Standing, standing_of

ATTENDED = Attendance.State.ATTENDED


def programme_of(volunteer) -> str:
    """Which minimum counts for somebody: the peer mentors' or everybody else's."""
    return Course.MadeFor.PEER if volunteer.is_peer else Course.MadeFor.MENTOR


def training_standings(scheme, volunteers, today=None) -> dict:
    """{volunteer's key: Standing} of these volunteers of one scheme, in the same few queries however many."""
    volunteers, today = list(volunteers), today or timezone.localdate()
    heard, known = heard_by(volunteers), _marks(scheme)
    refresh, minimum = refresh_months(scheme, known), minimums(scheme, known)
    return {
        volunteer.pk: standing_of(heard[volunteer.pk], *minimum[programme_of(volunteer)], refresh, today)
        for volunteer in volunteers
    }


def training_standing(volunteer, today=None) -> Standing:
    """How one volunteer stands: hours, and required topics still missing."""
    return training_standings(volunteer.scheme, [volunteer], today)[volunteer.pk]


def heard_by(volunteers) -> dict:
    """{volunteer's key: what they heard}, out of date or not."""
    heard, keys = defaultdict(list), [volunteer.pk for volunteer in volunteers]
    came = Attendance.objects.filter(volunteer__in=keys, outcome=ATTENDED)
    main, also = (
        came.values_list("volunteer_id", f"{module}__topic", f"{module}__hours", "session__starts_at")
        for module in ("session__module", "session__also")
    )
    day_of: dict = {}  # many came to one session
    for key, topic, hours, at in main.union(also.exclude(session__also=None), all=True):
        if at not in day_of:
            day_of[at] = timezone.localdate(at)
        heard[key].append(Heard(topic, hours, day_of[at]))
    _add_studied(heard, keys)
    _add_earlier(heard, keys)
    return heard


def _add_studied(heard, keys) -> None:
    """A module passed alone counts once, from the last time it was passed."""
    passed = StudyTry.objects.filter(volunteer__in=keys, passed=True).order_by("on")
    rows = passed.values_list("volunteer_id", "module_id", "module__topic", "module__hours", "on")
    last = {(key, module): Heard(topic, hours, on) for key, module, topic, hours, on in rows}
    for (key, _), one in last.items():
        heard[key].append(one)


def _add_earlier(heard, keys) -> None:
    """Earlier training by decision: its hours are shared out among its topics."""
    kept = Equivalence.objects.filter(volunteer__in=keys, withdrawn_at=None)
    for key, topics, hours, on in kept.values_list("volunteer_id", "topics", "hours", "done_on"):
        heard[key] += [Heard(topic, hours / len(topics), on) for topic in topics]


def live_modules(scheme):
    """Modules that can be taught: neither they nor their course are retired."""
    return Module.objects.filter(course__scheme=scheme, retired_at=None, course__retired_at=None)


def _marks(scheme) -> list[tuple]:
    """(who the course is for, topic, needed before matching?, months until it is heard again) of each live module."""
    return list(live_modules(scheme).values_list("course__made_for", "topic", "is_required", "refresh_months"))


def minimums(scheme, known=None) -> dict[str, tuple[set[str], Decimal]]:
    """{programme: (topics, hours)} needed before matching: modules marked so, and the programme's own standard."""
    marked = [row[:2] for row in (_marks(scheme) if known is None else known) if row[2]]
    standards = {row.programme: row for row in scheme.trainingstandards.all()}
    found = {}
    for programme in (Course.MadeFor.MENTOR, Course.MadeFor.PEER):
        topics = {topic for made_for, topic in marked if made_for in ("", programme)}
        own = standards.get(programme)
        found[programme] = topics | set(own.topics if own else ()), own.hours if own else scheme.training_hours_needed
    return found


def refresh_months(scheme, known=None) -> dict[str, int]:
    """{topic: months until it has to be heard again}; where modules differ, the shorter time."""
    found: dict[str, int] = {}
    for _, topic, _, months in _marks(scheme) if known is None else known:
        if months:
            found[topic] = min(months, found.get(topic, months))
    return found


def topic_words(topics) -> list[str]:
    """Topics as people say them."""
    words = dict(Module.Topic.choices)
    return [str(words[topic]) for topic in topics]


def people_in_training(actor, scheme):
    """Everybody in training or under review whose name this person may see."""
    states = [Volunteer.State.TRAINING, Volunteer.State.SUITABILITY]
    people = reviewable(actor, scheme).filter(state__in=states).order_by("name", "pk")
    return people.defer("motivation", "history_gaps", "sheet_notes")  # sealed words that no list shows


def standings_in_training(scheme, people) -> list[dict]:
    """These people with how they stand, in the same few queries however many."""
    people = list(people)
    standings = training_standings(scheme, people)
    return [
        {
            "volunteer": person,
            "standing": standings[person.pk],
            "missing": topic_words(standings[person.pk].missing),
        }
        for person in people
    ]
