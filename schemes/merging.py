"""Which of two rows stays when two records of one person are put together (see `schemes.people.merging`)."""


def better_attendance(kept, gone):
    """Of two places on one session the one where they came."""
    return (gone if gone.outcome == "attended" and kept.outcome != "attended" else kept), {}


def written_to(kept, gone):
    """Of two places in one mailing the one that was written to."""
    return (gone if kept.left_out and not gone.left_out else kept), {}


def first_certificate(kept, gone):
    """Of two certificates for one course the one that was given first."""
    return (gone if gone.created_at < kept.created_at else kept), {}


def better_try(kept, gone):
    """Of two goes at the same questions of one day the one that passed."""
    return (gone if gone.passed and not kept.passed else kept), {}


SETTLES = {
    "schemes.Attendance": better_attendance,
    "schemes.Certificate": first_certificate,
    "schemes.MailingRecipient": written_to,
    "schemes.StudyTry": better_try,
}
