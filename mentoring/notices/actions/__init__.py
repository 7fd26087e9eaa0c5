"""Writes of the ledger: what is due is queued, what may go is claimed and sent, and what came of it is recorded."""

from mentoring.notices.actions.claiming import LEASE
from mentoring.notices.actions.hearing import hearing_choose, notice_stop
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
    notices_send,
    reminders_run,
)
from mentoring.notices.actions.operations import sending_again, sending_pause, sending_resume
from mentoring.notices.actions.putting_off import notice_put_off
from mentoring.notices.actions.queueing import notices_queue
from mentoring.notices.actions.receipts import receipt_take

__all__ = [
    "LEASE",
    "hearing_choose",
    "heartbeat_record",
    "letter_drop",
    "letter_queue",
    "letter_retry",
    "letters_purge",
    "letters_queue",
    "letters_send",
    "notice_open",
    "notice_put_off",
    "notice_retry",
    "notice_stop",
    "notices_queue",
    "notices_send",
    "receipt_take",
    "reminders_run",
    "sending_again",
    "sending_pause",
    "sending_resume",
]
