"""Somebody whose letters are read by others; a mentor who was out alone and came back."""

from datetime import timedelta

from django.utils import timezone

from safeguarding.contact.actions import contact_say
from safeguarding.visits.actions import visit_back, visit_start


def reaching_load(stage) -> None:
    scheme, mentor = stage.schemes["south-yorkshire"], stage.users["mentor"]
    young_person = next((one for one in stage.young_people if one.state == "waiting"), None)
    if young_person:
        with stage.on(stage.day(9), hour=11):
            contact_say(
                young_person=young_person,
                unsafe_ways=["post", "voice"],
                instead="Text, and wait for an answer before you ring.",
                by=stage.users["coordinator"],
            )
    with stage.on(stage.day(1), hour=16):
        visit = visit_start(
            scheme=scheme,
            kind="drive",
            where="From the library to the college open evening",
            with_whom="Jay",
            phone="07700 900123",
            back_by=timezone.now() + timedelta(hours=2),
            by=mentor,
        )
    with stage.on(stage.day(1), hour=17):
        visit_back(visit=visit, by=mentor)
