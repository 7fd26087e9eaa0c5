"""Who may open the pages of recruiting volunteers (S9)."""

from datetime import timedelta

from django.utils import timezone

from mentoring.tests.access_kit import page, public_page
from schemes.recruitment.interviewing.actions import interview_begin
from schemes.recruitment.sessions.actions import info_booking_make, info_session_add


def of(name, key):
    """kwargs that name one record of the world."""
    return lambda world: {key: getattr(world, name).pk}


INTERVIEWEE = of("interviewee", "volunteer_id")
CAMPAIGN = of("campaign", "campaign_id")
INTERVIEW = of("interview", "interview_id")


def build(world) -> None:
    """An interview by the co-ordinator and the supervisor that both have still to score."""
    world.interview = interview_begin(
        volunteer=world.interviewee,
        held_on=timezone.localdate(),
        second_user=world.supervisor,
        by=world.coordinator,
    )

    _places(world)


def _places(world) -> None:
    """A session to come with one place booked."""
    evening = {"scheme": world.scheme, "minutes": 60, "place": "Town hall", "places": 5, "by": world.coordinator}
    world.info_session = info_session_add(starts_at=timezone.now() + timedelta(days=9), **evening)
    _, world.place_token = info_booking_make(session=world.info_session, name="Bo Finch", email="bo@cast.example")


INFO = of("info_session", "session_id")


def own_place():
    return public_page(kwargs=lambda world: {"scheme": world.scheme.slug, "token": world.place_token})


ACCESS = {
    "schemes:info_session_list": page("coordinator lead"),
    "schemes:info_session_add": page("coordinator"),
    "schemes:info_session_show": page("coordinator lead", kwargs=INFO),
    "schemes:info_session_edit": page("coordinator", kwargs=INFO),
    "schemes:info_register_mark": page("coordinator", kwargs=INFO, method="post"),
    "schemes:info_walk_in": page("coordinator", kwargs=INFO, method="post"),
    "schemes:info_session_cancel": page("coordinator", kwargs=INFO, method="post"),
    "schemes:info_choose": public_page(kwargs=lambda world: {"scheme": world.scheme.slug}),
    "schemes:info_book": public_page(
        kwargs=lambda world: {"scheme": world.scheme.slug, "session_id": world.info_session.pk}
    ),
    "schemes:info_place_show": own_place(),
    "schemes:info_place_calendar": own_place(),
    "schemes:info_place_cancel": public_page(
        kwargs=lambda world: {"scheme": world.scheme.slug, "token": world.place_token}, method="post"
    ),
    "schemes:pack_send": page("coordinator", kwargs=INTERVIEWEE),
    "schemes:history_show": page("coordinator lead", kwargs=INTERVIEWEE),
    "schemes:history_edit": page("coordinator", kwargs=INTERVIEWEE),
    "schemes:history_gap_explain": page("coordinator", kwargs=INTERVIEWEE, method="post"),
    "schemes:interview_begin": page("coordinator", kwargs=INTERVIEWEE),
    "schemes:interview_show": page("coordinator lead supervisor", hidden="trainer", kwargs=INTERVIEW),
    "schemes:interview_score": page("coordinator lead supervisor", hidden="trainer", kwargs=INTERVIEW, method="post"),
    "schemes:interview_agree": page("coordinator lead supervisor", hidden="trainer", kwargs=INTERVIEW, method="post"),
    "schemes:interview_call_off": page(
        "coordinator lead supervisor", hidden="trainer", kwargs=INTERVIEW, method="post"
    ),
    "schemes:campaign_list": page("coordinator lead"),
    "schemes:campaign_add": page("coordinator"),
    "schemes:campaign_show": page("coordinator lead", kwargs=CAMPAIGN),
    "schemes:campaign_edit": page("coordinator", kwargs=CAMPAIGN),
    "schemes:campaign_poster": page("coordinator lead", kwargs=CAMPAIGN),
}
