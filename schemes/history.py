"""What this room keeps of a list's claims: training (see `mentoring.conventions`)."""

from schemes.recruitment.importing.actions import training_claim_take


def history_take(*, volunteer, rows, by) -> None:
    training_claim_take(volunteer=volunteer, rows=rows, by=by)
