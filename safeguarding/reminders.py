"""Rules of this room. What is told at once is found by the same rule that tells it again where it was missed."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from safeguarding.complaints.queries import complaints_waiting, steps_to_tell
from safeguarding.complaints.telling import step_due, waiting_dues
from safeguarding.concerns.absences.queries import absences_to_tell
from safeguarding.concerns.deciding.queries import concerns_due
from safeguarding.concerns.queries import concerns_open, concerns_raised, glass_broken_lately
from safeguarding.concerns.telling.dues import (
    SOON,
    glass_broken_dues,
    late_dues,
    late_manager_dues,
    leaderless_dues,
    raised_dues,
    step_dues,
)
from safeguarding.erasure.telling import erasures_waiting_dues, look_again_dues
from safeguarding.records.telling import requests_waiting_dues, steps_dues
from safeguarding.vetting.queries import WAIT_ENDS_SOON, checks_expiring, checks_too_long, waits_ending
from safeguarding.vetting.references.queries import REMIND_EVERY, references_late
from safeguarding.visits.queries import visits_due
from safeguarding.visits.telling import alarm_dues, back_dues
from schemes.people.holders import Holders
from schemes.people.standing.limits import MANAGER_AFTER_DAYS
from schemes.people.standing.queries import open_schemes


@rule("Somebody wrote to you about something that needs you.", urgent=True)
def concern_raised(at):
    """Until a lead takes it on; again once its clock has run out."""
    return [due for concern in concerns_raised() for due in [*raised_dues(concern), *late_dues(concern, at)]]


@rule("Something needs a manager, because nobody else is there to read it.", urgent=True)
def concern_leaderless(at):
    """For as long as it is open and no lead who is there can read it."""
    return [due for concern in concerns_open() for due in leaderless_dues(concern)]


@rule("Something waits that a manager may have to open.", urgent=True)
def concern_not_taken_on(at):
    """Nobody took it on in time: the managers hear that there is one, and nothing else."""
    return [due for concern in concerns_raised() for due in late_manager_dues(concern, at)]


@rule("Something you look after has a step that is due.")
def concern_step_due(at):
    """Two hours before a clock of a concern that was taken on runs out, and when it has: the leads who read it."""
    return [due for concern in concerns_due(at + SOON) for due in step_dues(concern, at)]


@rule("You take over for a colleague for some days.")
def deputy_named(at):
    """Once somebody has said so, and again for whoever takes over after them."""
    return [deputy_due(absence) for absence in absences_to_tell(localdate(at))]


@rule("A manager opened something that only you and your colleagues read.", urgent=True)
def glass_broken(at):
    """For a week: by then everybody has been told or nobody can be."""
    return [due for grant in glass_broken_lately(at) for due in glass_broken_dues(grant)]


@rule(_("Are you back? Please say so."), urgent=True)
def visit_time_up(at):
    """Whoever is out alone, when the time is up at which they meant to be back."""
    return [due for visit in visits_due(at) for due in back_dues(visit)]


@rule("Somebody who went out alone is not back. Ring them now.", urgent=True)
def visit_not_back(at):
    """A quarter of an hour later: those who can act."""
    return [due for visit in visits_due(at) for due in alarm_dues(visit, at)]


@rule("You have something to read.")
def complaint_waiting(at):
    """Whose turn it is: at once, and again when it is late; then managers too, and never those it is about (P8)."""
    return waiting_dues(complaints_waiting(), localdate(at))


@rule(_("You have something to read."))
def complaint_step(at):
    """Whoever complained: somebody has it, or has answered."""
    return [step_due(step) for step in steps_to_tell(at)]


@rule(_("A check is running out soon."))
def check_expiring(at):
    """60, 30 and 7 days before, to the co-ordinator and the person; the lead on the day it runs out (reminders.md)."""
    holders = Holders()
    return [due for check in checks_expiring(at, days=60) for due in _check_dues(check, at, holders)]


@rule("Somebody’s reference has not come. Ring the referee.")
def reference_late(at):
    """A fortnight after the referee was asked, or once the link has run out: the co-ordinator rings (S9)."""
    holders = Holders()
    return [due for reference in references_late(at) for due in _reference_dues(reference, holders)]


@rule("A check has stood at the same place for too long.")
def check_stuck(at):
    """Not come back, or come back and not decided, for as long as the scheme allows: the co-ordinators; two weeks
    later the managers (L10). Never whose check it is."""
    holders, today = Holders(), localdate(at)
    return [due for check in checks_too_long(open_schemes(), today) for due in _stuck_dues(check, today, holders)]


@rule("Somebody asked for something that has to be given in time.")
def access_waiting(at):
    """What is held on somebody, until it is given; nobody is told while the clock stands still."""
    return requests_waiting_dues(localdate(at))


@rule("Somebody asks for what is held on them to go.")
def erasure_waiting(at):
    """Until it is carried out or refused."""
    return erasures_waiting_dues(localdate(at))


@rule("Look again at what is kept.")
def keeping_look_again(at):
    """A legal hold whose day has come; once a month, records whose time is over."""
    return look_again_dues(localdate(at))


@rule(_("There is news about something you asked for."))
def access_step(at):
    """To whoever asked: it waits for them, takes longer, or is there."""
    return steps_dues(at)


@rule("Somebody’s start under supervision ends soon.")
def wait_ending(at):
    """A week before its last day to the co-ordinators; on that day to the leads too. It ends by itself (S9)."""
    holders, today = Holders(), localdate(at)
    return [due for wait in waits_ending(today) for due in _wait_dues(wait, today, holders)]


def deputy_due(absence) -> Due:
    path = reverse("safeguarding:lead_absences", kwargs={"scheme": absence.scheme.slug})
    return Due(key_of(absence), absence.from_on, absence.deputy_id, path, scheme_key=str(absence.scheme_id))


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


def _stuck_dues(check, today, holders) -> list[Due]:
    scheme, stage = check.volunteer.scheme, "received" if check.received_on else "requested"
    due_on = (check.received_on or check.requested_on) + timedelta(days=check.limit_days)
    path = reverse("safeguarding:check_show", args=[scheme.slug, check.volunteer_id])
    co_ordinators, managers = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "manager"))
    rungs = [Rung(0, stage, co_ordinators, path), Rung(MANAGER_AFTER_DAYS, f"{stage} manager", managers, "/")]
    return [
        Due(key_of(check), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(due_on, today, rungs)
        if person != check.volunteer.user_id
    ]


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
