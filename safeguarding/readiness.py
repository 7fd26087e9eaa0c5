"""What safeguarding asks before a volunteer is approved: every check that is needed, decided and in date (S9, L10)."""

from datetime import date

from safeguarding.vetting.queries import clearance_one

#: Which one is missing stands on the page of checks: a trainer who signs a review reads this sentence too (roles.md).
NOT_CLEARED = "Not every check that is needed is clear and in date."


def approval_missing(volunteer, today: date, to: str) -> list[str]:
    """Group support is meeting young people too, so it needs the same checks."""
    return [] if clearance_one(volunteer, today).is_clear else [NOT_CLEARED]
