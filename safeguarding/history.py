"""What this room keeps of a list's claims: checks and references, undecided (see `mentoring.conventions`)."""

from safeguarding.vetting.bringing.actions import checks_bring_in


def history_take(*, volunteer, rows, by) -> None:
    checks_bring_in(volunteer=volunteer, rows=rows, by=by)
