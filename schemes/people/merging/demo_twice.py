"""The demo's people who are on a list twice: one came by the public page as well, two share a house and its phone."""

from schemes.people.actions import volunteer_add
from schemes.people.merging.actions import pairs_refresh


def twice_load(stage, scheme) -> None:
    """Two of the later volunteers once more, as a hurried person types them."""
    by = stage.users["coordinator"]
    one, other = [volunteer for volunteer in stage.volunteers if volunteer.scheme == scheme and not volunteer.user][-2:]
    with stage.on(stage.day(6)):
        first, _, rest = one.name.rpartition(" ")
        twin = f"{rest.upper()}, {first}"
        volunteer_add(scheme=scheme, name=twin, email=one.email, area="Sheffield", interests=["chess"], by=by)
        name = f"Sam {other.name.split()[-1]}"
        volunteer_add(scheme=scheme, name=name, phone=other.phone, email="sam@house.example", area=other.area, by=by)
        pairs_refresh(scheme=scheme, by=by)
