"""Rules about the plan (reminders.md: policy or document review, scheme step or action due) and about the people who
join (vetting or referral stuck at a stage, training place)."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders
from schemes.people.queries import running_schemes
from schemes.people.standing.limits import FIRST, MANAGER_AFTER_DAYS, later_stages
from schemes.people.standing.queries import due_on, open_schemes, too_long
from schemes.people.unreachable.reminders import person_unreachable  # noqa: F401  known by being imported
from schemes.planning.models import Scheme
from schemes.planning.queries import actions_due, policies_due, steps_due
from schemes.training.queries import learners, places_between, places_moved_up, runs_out_soon
from schemes.young_people.codes.queries import codes_to_tell


def dues(record, due_on: date, at: datetime, owner_id, number: int, before: int, holders: Holders) -> list[Due]:
    """The owner so many days before and the day after; the co-ordinator at a week, the manager at two."""
    scheme = record.scheme
    path = reverse("schemes:step_show", kwargs={"scheme": scheme.slug, "number": number})
    co_ordinators, managers = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "manager"))
    rungs = [
        Rung(-before, "", (owner_id,) if owner_id else co_ordinators, path),
        Rung(1, "overdue", (owner_id,) if owner_id else co_ordinators, path),
        Rung(7, "co-ordinator", co_ordinators, path),
        Rung(14, "manager", managers, path),
    ]
    return [
        Due(key_of(record), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]


@rule("A part of the manual is to be looked at again.")
def policy_review(at):
    """30 days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=30)
    return [
        due
        for policy in policies_due(until)
        for due in dues(policy, policy.review_on, at, policy.owner_id, 7, 30, holders)
    ]


@rule("Something in the plan is due.")
def action_due(at):
    """Seven days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=7)
    return [
        due for action in actions_due(until) for due in dues(action, action.due_on, at, action.owner_id, 4, 7, holders)
    ]


@rule("A step of the scheme is due.")
def step_due(at):
    """Seven days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=7)
    return [
        due for step in steps_due(until) for due in dues(step, step.due_on, at, step.owner_id, step.number, 7, holders)
    ]


@rule("Somebody is waiting for a first answer.")
def answer_owed(at):
    """Somebody still at a first stage when its time is up: the co-ordinators; two weeks later the managers too."""
    return _standing_dues(FIRST, at)


@rule("Somebody has stood at the same place for too long.")
def stage_stuck(at):
    """The same at every later stage, by the days that the scheme gives it (L10)."""
    return _standing_dues({way: later_stages(way) for way in FIRST}, at)


def _standing_dues(stages, at) -> list[Due]:
    holders, today, schemes = Holders(), localdate(at), open_schemes()
    return [
        due
        for way, names in stages.items()
        for person in too_long(way, schemes, today, stages=names)
        for due in standing_dues(person, way.replace("-", "_"), today, holders)
    ]


def standing_dues(person, stem: str, today: date, holders: Holders) -> list[Due]:
    """A manager may not open the record, so theirs leads to their own first page."""
    path = reverse(f"schemes:{stem}_show", args=[person.scheme.slug, person.pk])
    co_ordinators, managers = (tuple(holders.of(person.scheme_id, role)) for role in ("coordinator", "manager"))
    rungs = [Rung(0, "", co_ordinators, path), Rung(MANAGER_AFTER_DAYS, "manager", managers, "/")]
    return [
        Due(key_of(person), due_on(person), user_id, rung.path, step=rung.step, scheme_key=str(person.scheme_id))
        for user_id, rung in rungs_reached(due_on(person), today, rungs)
    ]


@rule(_("You have a place on a training session soon."), optional=True)
def training_coming(at):
    """A week before, and again the day before, to whoever has a place and can sign in."""
    found = []
    for place in places_between(at, at + timedelta(days=7)):
        day = localtime(place.session.starts_at).date()
        person = (place.volunteer.user_id,)
        rungs = [Rung(-7, "week", person, "/me/training/"), Rung(-1, "day", person, "/me/training/")]
        scheme_key = str(place.session.scheme_id)
        found += [
            Due(key_of(place), day, user_id, rung.path, step=rung.step, scheme_key=scheme_key)
            for user_id, rung in rungs_reached(day, localdate(at), rungs)
        ]
    return found


@rule(_("A place on a training session came free, and it is yours."))
def place_came_free(at):
    """To whoever waited and has moved up, at once."""
    return [
        Due(
            key_of(place),
            localtime(place.asked_at).date(),
            place.volunteer.user_id,
            "/me/training/",
            scheme_key=str(place.session.scheme_id),
        )
        for place in places_moved_up(at)
    ]


@rule(_("Part of a mentor’s training runs out. It can be heard again."))
def training_runs_out(at):
    """To the volunteer a month before and on the day; to the co-ordinators on the day, and as long as it lasts."""
    holders, today = Holders(), localdate(at)
    return [
        due
        for scheme in Scheme.objects.filter(pk__in=running_schemes())
        for row in runs_out_soon(scheme, learners(scheme), today)
        for due in runs_out_dues(row, scheme, today, holders)
    ]


def runs_out_dues(row, scheme, today: date, holders: Holders) -> list[Due]:
    own = (row.volunteer.user_id,) if row.volunteer.user_id else ()
    page = reverse("schemes:training_expiring", args=[scheme.slug])
    co_ordinators = tuple(holders.of(scheme.pk, "coordinator"))
    rungs = [
        Rung(-30, f"{row.topic} month", own, "/me/training/"),
        Rung(0, f"{row.topic} day", own, "/me/training/"),
        Rung(0, f"{row.topic} co-ordinator", co_ordinators, page),
    ]
    return [
        Due(key_of(row.volunteer), row.on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(row.on, today, rungs)
    ]


@rule(_("A co-ordinator gave out a code for your pages. If you did not ask for one, tell us."), urgent=True)
def code_given(at):
    """At once, and in the night too: a code they did not ask for is somebody else’s."""
    return [
        Due(
            key_of(code),
            localtime(code.created_at).date(),
            code.young_person.user_id,
            reverse("schemes:code_say"),
            scheme_key=str(code.young_person.scheme_id),
        )
        for code in codes_to_tell(at)
    ]
