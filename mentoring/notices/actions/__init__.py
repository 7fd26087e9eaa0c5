"""Writes of the ledger: what is due is queued, what may go is claimed and sent, and what came of it is recorded."""

from mentoring.notices.actions.letters import (
    letter_drop,
    letter_queue,
    letter_retry,
    letters_purge,
    letters_queue,
    letters_send,
)
from mentoring.notices.actions.notices import (
    heartbeat_record,
    notice_open,
    notice_retry,
    notices_claim,
    notices_queue,
    notices_send,
    reminders_run,
)
from mentoring.notices.actions.outgoing import LEASE

__all__ = [
    "LEASE",
    "heartbeat_record",
    "letter_drop",
    "letter_queue",
    "letter_retry",
    "letters_purge",
    "letters_queue",
    "letters_send",
    "notice_open",
    "notice_retry",
    "notices_claim",
    "notices_queue",
    "notices_send",
    "reminders_run",
]
