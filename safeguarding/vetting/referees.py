"""Whose mailbox a reference may come from (S9): a question put by the form, and again by the action."""

OWN = "This is the volunteer’s own address. A reference comes from somebody else."
TWICE = "Another referee of theirs has this address. Each reference comes from somebody else."


def referee_trouble(volunteer, email: str, check=None) -> str:
    """What is wrong with a referee's address, in a sentence; "" where nothing is. `check` is the reference itself.

    One that was decided not clear counts for nothing, so the same referee may be asked anew.
    """
    if not (email := _plain(email)):
        return ""
    if email in {_plain(volunteer.email), _plain(volunteer.user.email if volunteer.user else "")}:
        return OWN
    others = volunteer.checks.filter(kind="reference").exclude(decision="not-clear")
    others = others.exclude(pk=check.pk) if check else others
    return TWICE if email in {_plain(other) for other in others.values_list("referee_email", flat=True)} else ""


def _plain(email: str | None) -> str:
    return (email or "").strip().casefold()
