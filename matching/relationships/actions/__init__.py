"""Writes about two people who meet: their sessions, what they agreed, what they aim for, how they look back."""

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
