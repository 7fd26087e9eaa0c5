"""What follows from a review (L4). Pure."""

from datetime import date, timedelta


def next_review_on(held_on: date, every_days: int) -> date:
    """The day of the next review; a Saturday or Sunday moves to the Monday after."""
    due = held_on + timedelta(days=every_days)
    return due + timedelta(days=(7 - due.weekday()) % 7 if due.weekday() > 4 else 0)


def change_words(held_on: date) -> str:
    """What opens the agreement again after a review that asks for changes."""
    return f"Changes talked about at the review on {held_on.day} {held_on:%B %Y}."
