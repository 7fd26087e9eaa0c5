"""What a young person tells of their co-ordinator, as a worry or as a complaint: not for them, by no door (P8). And
where somebody lives whom nobody may find: for nobody, by no door that is only opened."""

from datetime import timedelta

from django.utils import timezone

from mentoring.tests.canary_kit import canary
from safeguarding.complaints.actions import complaint_make
from safeguarding.concerns.actions import concern_raise
from safeguarding.contact.actions import contact_say
from safeguarding.visits.actions import visit_start


def plant(world) -> list:
    world.concern = concern_raise(
        scheme=world.scheme, happened="Quartzdove she shouts at me", about_users=[world.coordinator], by=world.mentee
    )
    about = {"about_users": [world.coordinator], "by": world.mentee}
    world.complaint = complaint_make(
        scheme=world.scheme, wants="complaint", words="Quartzjay she reads my letters aloud", **about
    )
    contact_say(
        young_person=world.young_person, unsafe_ways=[], address_is_secret=True, address="4 Quartzbittern Row",
        why="Quartzosprey he was followed", by=world.lead,
    )  # fmt: skip
    visit_start(
        scheme=world.scheme, kind="other", where="Quartzavocet Park", with_whom="Jay", phone="07700 900123",
        back_by=timezone.now() + timedelta(hours=2), by=world.mentor,
    )  # fmt: skip
    return [
        canary("Quartzbittern", ""),  # a lead opens it by a press, and then only
        canary("Quartzosprey", "lead"),
        canary("Quartzavocet", "mentor coordinator lead"),
        canary("Quartzdove", "lead mentee", shown_to="lead"),
        canary("Quartzjay", "lead manager mentee", shown_to="lead"),
    ]
