"""The demo's recruiting: an evening that was held, one to come that is nearly full, packs, an interview half scored."""

from datetime import timedelta

from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.recruitment.campaigns.actions import campaign_edit
from schemes.recruitment.criteria import CRITERIA
from schemes.recruitment.interviewing.actions import interview_begin, interview_score
from schemes.recruitment.models import Campaign
from schemes.recruitment.packs.actions import pack_send
from schemes.recruitment.packs.forms import PAPERS
from schemes.recruitment.sessions.actions import info_booking_make, info_register_mark, info_session_add

CAME = ("Asha Webb", "Tom Ellery", "Grace Olusegun", "Piotr Zielinski")
COMING = ("Hannah Frost", "Imran Sadiq", "Bethan Rees", "Marcus Doyle", "Lena Koch", "Yusuf Ahmed")


def recruiting_load(stage, scheme) -> None:
    """After the people are there."""
    by = stage.users["coordinator"]
    radio = Campaign.objects.filter(scheme=scheme, channel="Local radio").first()
    with stage.on(stage.day(300)):
        campaign_edit(campaign=radio, changes={"ended_on": timezone.localdate()}, by=by)
    _evening_held(stage, scheme, radio, by)
    with stage.on(stage.day(5), hour=10):
        _evening_to_come(stage, scheme, by)
    _packs(stage, scheme, by)
    _interview(stage, scheme, by)


def _evening_held(stage, scheme, source, by) -> None:
    with stage.on(stage.day(30), hour=9):
        session = _session(scheme, timezone.now() + timedelta(days=10, hours=9), 12, by)
        for name in CAME:
            info_booking_make(session=session, name=name, email=_address(name), heard_from=source)
    with stage.on(stage.day(20), hour=20):
        bookings = list(session.bookings.all())
        outcomes = dict.fromkeys((booking.pk for booking in bookings[:-1]), "attended")
        info_register_mark(session=session, outcomes={**outcomes, bookings[-1].pk: "missed"}, by=by)


def _evening_to_come(stage, scheme, by) -> None:
    session = _session(scheme, timezone.now() + timedelta(days=14, hours=8, minutes=30), 5, by)
    for name in COMING:
        info_booking_make(session=session, name=name, email=_address(name))


def _session(scheme, starts_at, places, by):
    return info_session_add(
        scheme=scheme,
        starts_at=starts_at,
        minutes=60,
        place="Central Library, room 2",
        places=places,
        words="Step-free. A mentor will be there to ask.",
        by=by,
    )


def _address(name: str) -> str:
    return f"{name.replace(' ', '.')}@people.example".lower()


def _packs(stage, scheme, by) -> None:
    asked = Volunteer.objects.filter(scheme=scheme, state__in=("enquired", "applied")).order_by("created_at")
    with stage.on(stage.day(3), hour=11):
        for volunteer in asked[:4]:
            pack_send(volunteer=volunteer, things=list(PAPERS[:2]), way="email", sent_on=timezone.localdate(), by=by)


def _interview(stage, scheme, by) -> None:
    """Held yesterday by two with an account; one has scored."""
    volunteer = Volunteer.objects.filter(scheme=scheme, state="interviewing").order_by("created_at").first()
    with stage.on(stage.day(1), hour=15):
        interview = interview_begin(
            volunteer=volunteer, held_on=timezone.localdate(), second_user=stage.users["lead"], by=by
        )
        points = {**dict.fromkeys(CRITERIA, 4), "boundaries": 5}
        interview_score(
            interview=interview, points=points, span_said="open", words="Listens well.", by=stage.users["lead"]
        )
