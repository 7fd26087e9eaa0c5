"""Who is too near to somebody to answer for what is held on them: the rooms above know (`paired_with`)."""

from mentoring.conventions import modules


def people_near(user) -> tuple[set, set, set]:
    """Keys of (accounts, volunteers, young people) that this user is one of two with."""
    accounts, volunteers, young_people = set(), set(), set()
    for room in modules("personal_data"):
        if hasattr(room, "paired_with"):
            for found, more in zip((accounts, volunteers, young_people), room.paired_with(user), strict=True):
                found |= more
    return accounts, volunteers, young_people
