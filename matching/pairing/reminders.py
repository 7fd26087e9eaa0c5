"""A young person is told that there is a mentor to look at, a mentor that somebody picked them; once more in a week.

The words tell nothing: no names, not even what it is about (reminders.md).
"""

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Profile
from matching.pairing.queries import answers_waiting_everywhere, mentor_is_there
from matching.pairing.running_out import AHEAD, risks_to_renew
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

AGAIN_AFTER_DAYS = 7


@rule(_("There is something for you to look at."))
def profile_to_read(at: datetime):
    """For as long as the young person has not answered."""
    for match in answers_waiting_everywhere().filter(mentor_is_there()):
        if not match.mentee_answer and not match.meets_first:
            yield from _dues(match, match.young_person.user_id, reverse("matching:profile_list"), at)


@rule(_("Somebody waits for your answer."))
def pick_to_answer(at: datetime):
    """For as long as the mentor has not answered a young person who picked them."""
    for match in answers_waiting_everywhere().filter(mentor_is_there()):
        if match.mentee_answer and not match.mentor_answer:
            yield from _dues(match, match.volunteer.user_id, reverse("matching:asked_list"), at)


@rule(_("There is something about you to look at."))
def profile_to_look_at(at: datetime):
    """A mentor whom staff asked to look at what a young person would read, until they say yes; asked again where the
    words have changed since."""
    no_yes = Q(previewed_at=None) | Q(previewed_at__lt=F("preview_asked_at"))
    asked = Profile.objects.filter(no_yes, preview_asked_at__lte=at, volunteer__user__isnull=False)
    for profile in asked.select_related("volunteer"):
        volunteer, path = profile.volunteer, reverse("matching:profile_edit") + "?as=mentor"
        asked_on, scheme_key = localdate(profile.preview_asked_at), str(volunteer.scheme_id)
        yield Due(key_of(profile), asked_on, volunteer.user_id, path, scheme_key=scheme_key)


@rule("Something about two people has to be looked at again.")
def risk_running_out(at: datetime):
    """60, 30 and 7 days before to the co-ordinators; on the day the leads are told too: the gate shuts (L8)."""
    holders, today = Holders(), localdate(at)
    for match, review_on in risks_to_renew(today, max(AHEAD)):
        path = reverse("matching:match_show", args=[match.scheme.slug, match.pk])
        co_ordinators, leads = (tuple(holders.of(match.scheme_id, role)) for role in ("coordinator", "lead"))
        rungs = [Rung(-days, f"{days}", co_ordinators, path) for days in AHEAD]
        rungs.append(Rung(0, "run out", (*co_ordinators, *leads), path))
        for person, rung in rungs_reached(review_on, today, rungs):
            yield Due(key_of(match), review_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))


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
