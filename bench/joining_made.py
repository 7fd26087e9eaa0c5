"""One scheme of people who are joining, with all that hangs on them. Runs in Django."""

import time
from datetime import timedelta
from decimal import Decimal
from functools import cache

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.lists_made import people, queries_of, signed_in
from bench.many_rows import copies, key_of, settle
from mentoring.accounts.models import User
from safeguarding.models import VettingCheck
from schemes.models import Attendance, TrainingSession, Volunteer, VolunteerStateChange, YoungPerson
from schemes.people.actions import membership_grant
from schemes.people.mailings.actions import mailing_write
from schemes.people.merging.actions import pairs_refresh
from schemes.people.reached import SHOWS
from schemes.planning.actions import scheme_start
from schemes.recruitment.campaigns.actions import campaign_add
from schemes.recruitment.sessions.actions import info_session_add
from schemes.training.actions import course_add, group_session_add, module_add, training_session_add

WHO, SERIES = "coordinator@bench.example", 10
VOLUNTEERS, YOUNG = {"kind": "volunteers"}, {"kind": "young-people"}
PAGES = {
    "volunteers": ("schemes:volunteer_list", {}, ""),
    "volunteers at their checks": ("schemes:volunteer_list", {}, "?state=vetting"),
    "volunteers by name": ("schemes:volunteer_list", {}, "?q=Robin"),
    "young people": ("schemes:young_person_list", {}, ""),
    "checks that wait": ("safeguarding:check_list", {}, "?show=waiting"),
    "checks that run out": ("safeguarding:check_list", {}, "?show=expiring"),
    "all checks": ("safeguarding:check_list", {}, "?show=all"),
    "training": ("schemes:course_list", {}, ""),
    "training that runs out": ("schemes:training_expiring", {}, ""),
    "campaigns": ("schemes:campaign_list", {}, ""),
    "information sessions": ("schemes:info_session_list", {}, ""),
    "waiting list": ("matching:waiting_list", {}, ""),
    "held up": ("matching:stuck_list", {}, ""),
    "group support": ("schemes:group_session_list", {}, ""),
    "volunteers here twice": ("schemes:pair_list", VOLUNTEERS, ""),
    "young people here twice": ("schemes:pair_list", YOUNG, ""),
    "messages": ("schemes:mailing_list", VOLUNTEERS, ""),
    "first page": ("today", None, ""),
}


def make(*, volunteers: int, young_people: int) -> dict[str, int]:
    """Fills an empty database with one scheme. page → how many queries."""
    by = User.objects.make(email=WHO, name="Dee Parker", password="seventeen steps")
    manager = User.objects.make(email="manager@bench.example", name="Morgan Hale", password="seventeen steps")
    scheme = scheme_start(name="Joining", slug="joining", by=manager)
    membership_grant(scheme=scheme, user=by, role="coordinator", by=by)
    add_people(scheme, volunteers, young_people, by)
    add_checks(scheme, volunteers, by)
    add_training(scheme, volunteers, by)
    for number in range(8):
        today = timezone.localdate()
        campaign_add(scheme=scheme, channel=f"Way {number}", began_on=today, cost=Decimal(90), by=by)
        soon = timezone.now() + timedelta(days=number + 1)
        info_session_add(scheme=scheme, starts_at=soon, minutes=60, place="Town hall", places=30, by=by)
        group_session_add(scheme=scheme, starts_at=soon, place="Town hall", by=by)
        written = {"kind": "volunteers", "filters": {}, "subject": f"Message {number}", "words": "Hello"}
        mailing_write(scheme=scheme, by=by, **written)
    settle()
    return {name: queries_of(client(), path_of(*page)) for name, page in PAGES.items()}


def path_of(name: str, kwargs: dict | None, query: str) -> str:
    return reverse(name, kwargs=None if kwargs is None else {"scheme": "joining", **kwargs}) + query


@cache
def client() -> Client:
    return signed_in(User.objects.get(email=WHO))


def add_people(scheme, volunteers: int, young_people: int, by) -> None:
    """The first thousand are pairs that share name and e-mail; each came into its state long ago."""
    first = people(Volunteer, scheme, volunteers, SERIES)
    people(YoungPerson, scheme, young_people, SERIES + 1)
    for model in (Volunteer, YoungPerson):
        for place, key in enumerate(model.objects.filter(scheme=scheme).values_list("pk", flat=True)[:1000]):
            same = {"name": f"Robin Twin {place // 2}", "email": f"twin{place // 2}@bench.example"}
            model.objects.filter(pk=key).update(**same)
    add_steps(first, volunteers, by)
    pairs_refresh(scheme=scheme)


def add_steps(first, volunteers: int, by) -> None:
    """Everybody enquired, and came as far as where they are now shows."""
    change = VolunteerStateChange.objects.create(volunteer=first, to_state="enquired", by=by)
    copies(change, volunteers - 1, series=SERIES + 2, volunteer_id=key_of(SERIES))
    for state, stage in SHOWS.items():
        Volunteer.objects.filter(scheme=first.scheme, state=state).update(reached=stage)


def add_checks(scheme, volunteers: int, by) -> None:
    """Each has a check that waits and one that runs out within the month."""
    first, today = Volunteer.objects.filter(scheme=scheme, ref__startswith="V-").first(), timezone.localdate()
    asked = {"volunteer": first, "requested_on": today - timedelta(days=40)}
    decided = {"received_on": today, "decision": "clear", "decided_by": by, "decided_on": today}
    waiting = VettingCheck.objects.create(kind="reference", **asked)
    ending = VettingCheck.objects.create(
        kind="criminal-record", **asked, **decided, expires_on=today + timedelta(days=20)
    )
    for place, check in enumerate((waiting, ending)):
        copies(check, volunteers - 1, series=SERIES + 3 + place, volunteer_id=key_of(SERIES))


def add_training(scheme, volunteers: int, by) -> None:
    """Three modules, each taught ten times; everybody came once to each."""
    course = course_add(scheme=scheme, title="Becoming a mentor", by=by)
    first = Volunteer.objects.filter(scheme=scheme, ref__startswith="V-").first()
    for place, topic in enumerate(("boundaries", "confidentiality", "safeguarding")):
        module = module_add(course=course, topic=topic, hours=Decimal(4), is_required=True, refresh_months=24, by=by)
        for week in range(10):
            at = timezone.now() - timedelta(weeks=week + 1)
            training_session_add(module=module, starts_at=at, place="Town hall", by=by)
        held = TrainingSession.objects.filter(module=module).first()
        came = Attendance.objects.create(session=held, volunteer=first, outcome="attended")
        copies(came, volunteers - 1, series=SERIES + 6 + place, volunteer_id=key_of(SERIES))


def seconds(*, name: str) -> float:
    """The quickest of three looks at a page: what else the machine does only adds."""
    path, found = path_of(*PAGES[name]), []
    for _ in range(3):
        began = time.perf_counter()
        client().get(path)
        found.append(time.perf_counter() - began)
    return min(found)
