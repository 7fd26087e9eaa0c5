"""What of the plan is due, and who hears when nobody does it (reminders.md: policy review; step or action due)."""

from datetime import date

import pytest

from mentoring.tests.due_kit import in_days, local, pairs, told
from schemes import reminders
from schemes.planning import actions, models

DUE = in_days(100).date()
OWNED = {
    "before": "lead", "overdue": "lead:overdue", "week": "lead:overdue, coordinator:co-ordinator",
    "fortnight": "lead:overdue, coordinator:co-ordinator, manager:manager",
}  # fmt: skip
NOBODYS = {
    "before": "coordinator", "overdue": "coordinator:overdue", "week": "coordinator:co-ordinator",
    "fortnight": "coordinator:co-ordinator, manager:manager",
}  # fmt: skip


def policy(cast, owner, due_on):
    return actions.plan_item_save(
        item=models.Policy(scheme=cast.scheme, title="Lone working", review_on=due_on, owner=owner), by=cast.coordinator
    )


def action(cast, owner, due_on):
    return actions.plan_item_save(
        item=models.Action(scheme=cast.scheme, words="Leaflet", starts_on=due_on, due_on=due_on, owner=owner),
        by=cast.coordinator,
    )


def step(cast, owner, due_on):
    found = models.Step.objects.get(scheme=cast.scheme, number=4)
    found.owner, found.due_on = owner, due_on
    return actions.step_edit(step=found, by=cast.coordinator)


RULES = [
    (reminders.policy_review, policy, 30), (reminders.action_due, action, 7), (reminders.step_due, step, 7),
]  # fmt: skip


@pytest.mark.parametrize("words", [OWNED, NOBODYS], ids=["owned", "nobodys"])
@pytest.mark.parametrize(("rule", "made", "before"), RULES)
def test_before_it_is_due_and_after(cast, rule, made, before, words):
    row = made(cast, cast.lead if words is OWNED else None, DUE)
    table = {
        -before - 1: "", -before: words["before"], 0: words["before"], 1: words["overdue"], 6: words["overdue"],
        7: words["week"], 13: words["week"], 14: words["fortnight"], 60: words["fortnight"],
    }  # fmt: skip
    found = {days: told(rule, in_days(100 + days), cast, row) for days in table}
    assert found == {days: pairs(who) for days, who in table.items()}


def closed(cast, row):
    for to in ("recruiting", "running", "closing", "closed"):
        actions.scheme_move(scheme=cast.scheme, to=to, by=cast.manager)


def done(cast, row):
    if isinstance(row, models.Action):
        row.progress = "done"
        return actions.plan_item_save(item=row, by=cast.coordinator)
    if isinstance(row, models.Policy):
        newer = models.Policy(
            scheme=cast.scheme, title=row.title, version=row.version + 1, review_on=in_days(900).date()
        )
        return actions.plan_item_save(item=newer, by=cast.coordinator)
    return actions.step_sign_off(step=row, missing=[], why="", by=cast.manager)


@pytest.mark.parametrize("meanwhile", [done, closed])
@pytest.mark.parametrize(("rule", "made", "before"), RULES)
def test_done_or_closed_meanwhile(cast, rule, made, before, meanwhile):
    row = made(cast, cast.lead, DUE)
    meanwhile(cast, row)
    assert told(rule, in_days(130), cast, row) == set()


@pytest.mark.parametrize(("rule", "made", "before"), RULES)
@pytest.mark.parametrize(
    ("due_on", "at", "is_told"),
    [
        (date(2028, 2, 29), local(date(2028, 2, 29)), "lead"),
        (date(2028, 2, 29), local(date(2028, 3, 1)), "lead:overdue"),
        (date(2027, 3, 28), local(date(2027, 3, 28), 23, 30), "lead"),
        (date(2027, 3, 28), local(date(2027, 3, 29), 0, 30), "lead:overdue"),
    ],
)
def test_on_the_days_of_a_calendar(cast, rule, made, before, due_on, at, is_told):
    row = made(cast, cast.lead, due_on)
    assert told(rule, at, cast, row) == pairs(is_told)
