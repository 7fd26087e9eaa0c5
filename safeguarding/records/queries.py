"""Reads about requests for what is held on somebody: whose turn it is, by when, and what has to be read."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.held.kinds import Eyes, Person, Section
from mentoring.held.queries import sections_of
from safeguarding.concerns.bank_holidays import days_off
from safeguarding.records.clock import answer_by, months_after
from safeguarding.records.models import AccessPause, AccessRequest, Correction
from safeguarding.records.states import OPEN
from safeguarding.records.weighing import Sheaf, given, sheaves_of
from schemes.people.gates import actor_of
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import ABILITIES, Permission
from schemes.people.persons import person_of, person_of_record

TOLD_FOR = timedelta(days=14)
PEOPLE = ("scheme", "user", "volunteer", "young_person", "checked_by")


def requests_open():
    return AccessRequest.objects.filter(state__in=OPEN).select_related(*PEOPLE).prefetch_related("pauses")


def due_on(request, today: date) -> date:
    """The day by which it is given, as it stands today."""
    pauses = [(pause.began_on, pause.ended_on) for pause in request.pauses.all()]
    longer = request.longer_said_on is not None
    off = days_off(request.scheme.nation)
    return answer_by(request.asked_on, pauses=pauses, longer=longer, today=today, days_off=off)


def pause_of(request):
    """What the clock waits for; None while it runs."""
    return next((pause for pause in request.pauses.all() if pause.ended_on is None), None)


def correction_due_on(correction) -> date:
    return months_after(correction.asked_on, 1)


def person_asked_about(request) -> Person:
    if request.user:
        return person_of(request.user, request.scheme)
    return person_of_record(request.volunteer or request.young_person)


def answerers(scheme, permission=Permission.RECORD_ANSWER) -> list[User]:
    """Who holds a role that answers, today. Ordered by name."""
    live = Membership.objects.filter(scheme=scheme, role__in=ABILITIES[permission], ended_at__isnull=True)
    return list(User.objects.filter(pk__in=live.values("user"), is_active=True).order_by("name"))


def answerers_of(row, permission=Permission.RECORD_ANSWER) -> list[User]:
    """Who may answer this one: the same people as `visible_to` lets in."""
    rows = type(row).objects.filter(pk=row.pk)
    return [user for user in answerers(row.scheme, permission) if rows.visible_to(actor_of(user)).exists()]


def others_named(request) -> dict[str, str]:
    """Word, small → whole name: everybody else the scheme knows, by first and by whole name."""
    scheme, mine = request.scheme, person_asked_about(request)
    people = [*Volunteer.objects.filter(scheme=scheme).values_list("name", flat=True)]
    people += YoungPerson.objects.filter(scheme=scheme).values_list("name", flat=True)
    people += User.objects.filter(memberships__scheme=scheme).values_list("name", flat=True).distinct()
    own = {word for record in (mine, *mine.volunteers, *mine.young_people) for word in record.name.lower().split()}
    found = {}
    for name in people:
        for word in name.lower().split():
            if len(word) > 2 and word not in own:
                found.setdefault(word, name)
    return found


def decided_of(request) -> dict:
    return {decision.line: decision for decision in request.decisions.select_related("by")}


def held_on(request, reader) -> list[Section]:
    """Everything that this scheme holds; what opens to its own readers only as far as this one may."""
    return sections_of(person_asked_about(request), Eyes.SCHEME, actor_of(reader).within(request.scheme))


def to_read(request, reader) -> list[Sheaf]:
    """Part by part, what has to be read before it is given."""
    return sheaves_of(held_on(request, reader), decided_of(request), others_named(request))


def given_to(request) -> list[Section]:
    """What the person gets: read with the eyes of whoever decided, and as it stands now."""
    return given(held_on(request, request.checked_by), decided_of(request))


def steps_lately(at) -> Iterator[tuple]:
    """(what was asked, step, day) of what the person hears of, from the last fortnight."""
    since = at - TOLD_FOR
    day = timezone.localdate(since)
    for pause in AccessPause.objects.filter(ended_on__isnull=True, began_on__gte=day).select_related("request"):
        yield pause.request, "paused", pause.began_on
    for request in AccessRequest.objects.filter(longer_said_on__gte=day, state__in=OPEN):
        yield request, "longer", request.longer_said_on
    for request in AccessRequest.objects.filter(given_at__gte=since):
        yield request, "given", timezone.localdate(request.given_at)
    for correction in Correction.objects.filter(answered_at__gte=since):
        yield correction, "answered", timezone.localdate(correction.answered_at)


def requests_of(user):
    return AccessRequest.objects.of(user).select_related(*PEOPLE).prefetch_related("pauses")


def corrections_of(user):
    return Correction.objects.of(user).select_related("scheme", "answered_by")


def corrections_noted(record):
    """What somebody says of their record, where nothing was changed: it stands beside it."""
    return Correction.objects.filter(scheme=record.scheme_id, user=record.user_id, outcome="noted")


def corrections_open():
    return Correction.objects.filter(outcome="").select_related("scheme", "user", "volunteer", "young_person")


def can_be_taken(request) -> bool:
    return request.state == "given" and request.open_until > timezone.now()


def turns_of(actor) -> tuple[list, list]:
    """(requests, corrections) that wait for this person."""
    if not actor.schemes_for(Permission.RECORD_ANSWER):
        return [], []
    requests = [one for one in requests_open().visible_to(actor) if whose_turn(one, actor)]
    return requests, list(corrections_open().visible_to(actor))


def whose_turn(request, actor) -> bool:
    """Whoever may read puts it together; whoever did not looks second. While the clock stands nobody is asked."""
    if request.state == "checked":
        return request.checked_by_id != actor.user.pk
    return pause_of(request) is None


def shown_of(request, today: date) -> dict:
    """What every page about one request shows."""
    return {
        "asked": request,
        "due_on": due_on(request, today),
        "pause": pause_of(request),
        "is_open": request.state in OPEN,
        "may_take_longer": request.state == "asked"
        and not request.longer_said_on
        and today <= months_after(request.asked_on, 1),
        "can_be_taken": can_be_taken(request),
    }


def totals_of(request) -> dict[str, int]:
    """How many lines are given, given in part, kept back: all that the second person is told of them."""
    found = Counter(request.decisions.values_list("outcome", flat=True))
    return {outcome: found[outcome] for outcome in ("give", "part", "keep")}


def story_of(request) -> list[dict]:
    """{"when", "what", "who"}, oldest first."""
    states = dict(AccessRequest.State.choices)
    steps = request.state_changes.select_related("by")
    return [{"when": step.created_at, "what": states[step.to_state], "who": step.by.name} for step in steps]
