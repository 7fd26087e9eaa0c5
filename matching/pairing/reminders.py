"""A young person is told that there is a mentor to look at, a mentor that somebody picked them; once more in a week.

The words tell nothing: no names, not even what it is about (reminders.md).
"""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from matching.pairing.queries import answers_waiting_everywhere
from mentoring.notices.rules import Due, key_of, rule

AGAIN_AFTER_DAYS = 7


@rule("There is something for you to look at.")
def profile_to_read(at: datetime):
    """For as long as the young person has not answered."""
    for match in answers_waiting_everywhere():
        if not match.mentee_answer and not match.meets_first:
            yield from _dues(match, match.young_person.user_id, reverse("matching:profile_list"), at)


@rule("Somebody waits for your answer.")
def pick_to_answer(at: datetime):
    """For as long as the mentor has not answered a young person who picked them."""
    for match in answers_waiting_everywhere():
        if match.mentee_answer and not match.mentor_answer:
            yield from _dues(match, match.volunteer.user_id, reverse("matching:asked_list"), at)


def _dues(match, recipient_id, path, at: datetime):
    """At once, and once more a week later; nobody without an account is reached by this."""
    if recipient_id is None:
        return
    first = localdate(match.shared_at)
    steps = [("", first), ("again", first + timedelta(days=AGAIN_AFTER_DAYS))]
    for step, due_on in steps:
        if due_on <= localdate(at):
            yield Due(
                object_key=key_of(match), due_on=due_on, recipient_id=recipient_id, path=path, step=step,
                scheme_key=str(match.scheme_id),
            )  # fmt: skip
