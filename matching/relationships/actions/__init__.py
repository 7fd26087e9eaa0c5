"""Writes about two people who meet."""

from matching.relationships.actions.sessions import (
    session_change,
    session_coming,
    session_feel,
    session_log,
    session_plan,
)

__all__ = [
    "session_change",
    "session_coming",
    "session_feel",
    "session_log",
    "session_plan",
]
