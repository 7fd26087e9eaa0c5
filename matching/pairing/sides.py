"""What the score asks about two people, out of their records (or the engine's plain rows) and what each wished."""

from datetime import date

from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.gate import age_on


def sides(facts, volunteer, young_person) -> tuple[MentorSide, MenteeSide]:
    """What the score asks about one pair."""
    return (
        mentor_side(volunteer, facts.profiles.get(volunteer.pk), facts.today),
        mentee_side(young_person, facts.profiles.get(young_person.pk)),
    )


def mentor_side(volunteer, profile, today: date) -> MentorSide:
    """`profile` may be None: what they have not told us stays empty."""
    return MentorSide(
        name=volunteer.first_name,
        interests=tuple(volunteer.interests),
        strengths=tuple(volunteer.strengths),
        free_times=tuple(volunteer.free_times),
        area=volunteer.area,
        gender=volunteer.gender,
        age=age_on(volunteer.born_on, today) if volunteer.born_on else None,
        outcode=volunteer.outcode,
        languages=tuple(volunteer.languages),
        communities=tuple(profile.communities or ()) if profile else (),
        is_peer=volunteer.is_peer,
        months=profile.months if profile else None,
        knows_about=tuple(profile.knows_about) if profile else (),
    )


def mentee_side(young_person, profile) -> MenteeSide:
    return MenteeSide(
        name=young_person.first_name,
        interests=tuple(young_person.interests),
        wants_help_with=tuple(young_person.wants_help_with),
        free_times=tuple(young_person.free_times),
        area=young_person.area,
        gender_wish=young_person.mentor_gender_wish,
        background_wish=young_person.background_wish,
        mentor_age_wish=profile.mentor_age_wish if profile else "",
        outcode=young_person.outcode,
        languages=tuple(young_person.languages),
        communities=tuple(profile.communities or ()) if profile else (),
        kind_wish=young_person.mentor_kind,
        months=profile.months if profile else None,
        why_now=tuple(young_person.why_now_kinds),
    )
