"""Young people of the tests' world on their way: one who has just asked, dates of care, other support."""

from datetime import date

from django.utils import timezone

from schemes.people.actions import young_person_add
from schemes.recruitment.asking.actions import asking_keep
from schemes.young_people.actions import care_spell_add, contact_record, signpost_add
from schemes.young_people.diary.actions import diary_write


def build(world) -> None:
    today = timezone.localdate()
    world.asker = young_person_add(
        scheme=world.scheme, name="Noor", phone="07700 900456", by=None,
        referral={"is_self_referral": True, "young_person_agreed": True, "received_on": today},
    )  # fmt: skip
    world.asking_token = asking_keep(scheme=world.scheme, answers={"name": {"name": ["Jo"]}}).token
    world.care_spell = care_spell_add(
        young_person=world.young_person, kind="looked-after", began_on=date(2016, 5, 1), by=world.coordinator
    )
    world.signpost = signpost_add(
        young_person=world.young_person, where_to="The drop-in on Mondays", told_on=today, by=world.coordinator
    )
    world.contact = contact_record(
        young_person=world.young_person, made_on=today, how="call", reached=True, by=world.coordinator
    )
    world.diary_entry = diary_write(words="Nobody knows that I sing.", by=world.mentee)
