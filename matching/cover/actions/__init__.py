"""Writes about pauses and covers. What somebody may open is worked out at each request (`Cover.objects.open_on`)."""

from matching.cover.actions.covers import (
    cover_ask,
    cover_mentee_answer,
    cover_mentor_answer,
    cover_stop,
)
from matching.cover.actions.pauses import (
    pause_begin,
    pause_change,
    pause_close,
    pause_plan,
    pause_return,
    pause_withdraw,
)
from matching.cover.actions.sessions import (
    cover_session_correct,
    cover_session_log,
    cover_session_plan,
)

__all__ = [
    "cover_ask",
    "cover_mentee_answer",
    "cover_mentor_answer",
    "cover_session_correct",
    "cover_session_log",
    "cover_session_plan",
    "cover_stop",
    "pause_begin",
    "pause_change",
    "pause_close",
    "pause_plan",
    "pause_return",
    "pause_withdraw",
]
