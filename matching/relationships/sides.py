"""The two sides of a match, and from when on they agree, aim and look back. Pure."""

from matching.pairing.states import TOGETHER

#: From both yeses on: nobody is introduced without an agreement.
AGREEING = ("accepted", "risk-approved", *TOGETHER)


def side_of(match, user) -> str:
    """ "mentor" or "mentee" for one of the two; "" for everybody else."""
    if user.pk == match.young_person.user_id:
        return "mentee"
    return "mentor" if user.pk == match.volunteer.user_id else ""


def person_of(match, side: str):
    """The record of that side: its first name, and its account where there is one."""
    return match.young_person if side == "mentee" else match.volunteer
