"""The demo's wishes: most people said something, nobody said everything; and a language that no mentor speaks."""

from random import Random

from matching.pairing.actions import profile_edit, profile_show_agree
from matching.pairing.queries import mentor_preview
from schemes.people.actions import volunteer_edit, young_person_edit
from schemes.people.choices import WHY_NOW

OUTCODES = {
    "Sheffield": ["S1", "S2", "S6", "S10", "S11"],
    "Rotherham": ["S60", "S65"],
    "Barnsley": ["S70", "S71"],
    "Doncaster": ["DN1", "DN4"],
}
MENTORS_SPEAK = (["English"], ["English"], ["English", "Polish"], ["English", "Urdu"], ["English", "Arabic"])
YOUNG_PEOPLE_SPEAK = ([], [], ["English"], ["English", "Polish"], ["English", "Tigrinya"])
COMMUNITIES = ([], [], [], ["Polish"], ["Yemeni"], ["deaf"], ["Traveller"], ["Catholic"])


def wishes_load(stage) -> None:
    """Its own dice, so that nothing else in the demo falls differently."""
    dice, by = Random("wishes"), stage.users["coordinator"]  # noqa: S311  made-up people
    for volunteer in stage.volunteers:
        changes = {"outcode": _outcode(dice, volunteer), "languages": list(dice.choice(MENTORS_SPEAK))}
        volunteer = volunteer_edit(volunteer=volunteer, changes=changes, by=by)
        profile_edit(person=volunteer, changes=_offer(dice), by=by)
        read = mentor_preview(volunteer, stage.today).mark
        profile_show_agree(volunteer=volunteer, read=read, by=volunteer.user or by)
    for person in stage.young_people:
        changes = {"outcode": _outcode(dice, person), "why_now_kinds": sorted(dice.sample(WHY_NOW, 1))}
        young_person_edit(young_person=person, changes=changes, by=by)
        profile_edit(person=person, changes=_wish(dice), by=by)


def _outcode(dice, person) -> str:
    return dice.choice(OUTCODES.get(person.area, [""]))


def _offer(dice) -> dict:
    return {
        "months": dice.choice([6, 12, 12, 24, None]),
        "knows_about": sorted(dice.sample(WHY_NOW, dice.randint(0, 3))),
        "communities": list(dice.choice(COMMUNITIES)),
    }


def _wish(dice) -> dict:
    return {
        "months": dice.choice([6, 12, 12, None]),
        "languages": list(dice.choice(YOUNG_PEOPLE_SPEAK)),
        "mentor_gender_wish": dice.choice(["", "", "Female", "Male"]),
        "mentor_age_wish": dice.choice(["", "", "", "young", "middle"]),
        "background_wish": dice.choice(["", "", "", "like-me", "elsewhere"]),
        "communities": list(dice.choice(COMMUNITIES)),
    }
