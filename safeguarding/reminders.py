"""Rules of this room. What is told at once is found by the same rule that tells it again where it was missed."""

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from safeguarding.concerns.queries import concerns_open, concerns_raised, glass_broken_lately
from safeguarding.concerns.telling.dues import glass_broken_dues, leaderless_dues, raised_dues
from safeguarding.vetting.queries import WAIT_ENDS_SOON, checks_expiring, waits_ending
from safeguarding.vetting.references.queries import REMIND_EVERY, references_late
from schemes.people.holders import Holders


@rule("Somebody wrote to you about something that needs you.", urgent=True)
def concern_raised(at):
    """Until a lead takes it on."""
    return [due for concern in concerns_raised() for due in raised_dues(concern)]


@rule("Something needs a manager, because nobody else can read it.", urgent=True)
def concern_leaderless(at):
    """For as long as it is open and no lead can read it."""
    return [due for concern in concerns_open() for due in leaderless_dues(concern)]


@rule("A manager opened something that only you and your colleagues read.", urgent=True)
def glass_broken(at):
    """For a week: by then everybody has been told or nobody can be."""
    return [due for grant in glass_broken_lately(at) for due in glass_broken_dues(grant)]


@rule("A check is running out soon.")
def check_expiring(at):
    """60, 30 and 7 days before, to the co-ordinator and the person; the lead on the day it runs out (reminders.md)."""
    holders = Holders()
    return [due for check in checks_expiring(at, days=60) for due in _check_dues(check, at, holders)]


@rule("Somebody’s reference has not come. Ring the referee.")
def reference_late(at):
    """A fortnight after the referee was asked, or once the link has run out: the co-ordinator rings (S9)."""
    holders = Holders()
    return [due for reference in references_late(at) for due in _reference_dues(reference, holders)]


@rule("Somebody’s start under supervision ends soon.")
def wait_ending(at):
    """A week before its last day to the co-ordinators; on that day to the leads too. It ends by itself (S9)."""
    holders, today = Holders(), localdate(at)
    return [due for wait in waits_ending(today) for due in _wait_dues(wait, today, holders)]


def _wait_dues(wait, today, holders) -> list[Due]:
    scheme = wait.volunteer.scheme
    path = reverse("safeguarding:check_show", kwargs={"scheme": scheme.slug, "volunteer_id": wait.volunteer_id})
    co_ordinators, leads = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "lead"))
    rungs = [Rung(-WAIT_ENDS_SOON, "week", co_ordinators, path), Rung(0, "day", (*co_ordinators, *leads), path)]
    return [
        Due(key_of(wait), wait.ends_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(wait.ends_on, today, rungs)
        if person != wait.volunteer.user_id
    ]


def _reference_dues(reference, holders) -> list[Due]:
    scheme, day = reference.volunteer.scheme, localdate(reference.asked_at + 2 * REMIND_EVERY)
    path = reverse("safeguarding:check_list", kwargs={"scheme": scheme.slug})
    told = holders.of(scheme.pk, "coordinator")
    return [Due(key_of(reference), day, person, path, scheme_key=str(scheme.pk)) for person in told]


def _check_dues(check, at, holders) -> list[Due]:
    scheme, own = check.volunteer.scheme, (check.volunteer.user_id,)
    path = reverse("safeguarding:check_list", kwargs={"scheme": scheme.slug})
    co_ordinators, leads = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "lead"))
    rungs = [Rung(-days, f"{days}", co_ordinators, path) for days in (60, 30, 7)]
    rungs += [Rung(-days, f"{days} own", own, "/") for days in (60, 30, 7)]
    rungs += [Rung(0, "run out", (*co_ordinators, *leads), path)]
    return [
        Due(key_of(check), check.expires_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(check.expires_on, localdate(at), rungs)
    ]
