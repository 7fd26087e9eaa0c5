"""A check runs out: 60, 30 and 7 days before, and the lead on the day, when the gate shuts (reminders.md, L10)."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from mentoring.tests.due_kit import in_days, local, pairs, told
from safeguarding import reminders
from safeguarding.readiness import approval_missing
from safeguarding.tests.world import clear
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from schemes.people.actions import volunteer_move

RUN_OUT = "coordinator:run out, lead:run out, mentor:7 own"
TABLE = {
    -61: "", -60: "coordinator:60, mentor:60 own", -31: "coordinator:60, mentor:60 own",
    -30: "coordinator:30, mentor:30 own", -8: "coordinator:30, mentor:30 own", -7: "coordinator:7, mentor:7 own",
    -1: "coordinator:7, mentor:7 own", 0: RUN_OUT, 1: RUN_OUT, 60: RUN_OUT,
}  # fmt: skip


def until(cast, day, kind="criminal-record", decided_on=None):
    level = "enhanced-child" if kind == "criminal-record" else ""
    check = check_request(
        volunteer=cast.volunteer, kind=kind, level=level, requested_on=localdate(), by=cast.coordinator
    )
    check = check_receive(check=check, received_on=localdate(), by=cast.coordinator)
    decided_on = decided_on or localdate()
    return check_decide(check=check, decision="clear", decided_on=decided_on, expires_on=day, by=cast.coordinator)


@pytest.mark.parametrize("kind", ["criminal-record", "overseas"])
def test_before_it_runs_out_and_after(cast, kind):
    check = until(cast, in_days(200).date(), kind)
    found = {days: told(reminders.check_expiring, in_days(200 + days), cast, check) for days in TABLE}
    assert found == {days: pairs(who) for days, who in TABLE.items()}


def renewed(cast):
    until(cast, in_days(900).date())


def left(cast):
    volunteer_move(volunteer=cast.volunteer, to="withdrawn", why="No time.", by=cast.coordinator)


def lead_shut_out(cast):
    cast.lead.is_active = False
    cast.lead.save()


@pytest.mark.parametrize(
    ("meanwhile", "who"), [(renewed, ""), (left, ""), (lead_shut_out, "coordinator:run out, mentor:7 own")]
)
def test_what_happened_meanwhile(cast, meanwhile, who):
    check = until(cast, in_days(200).date())
    meanwhile(cast)
    assert told(reminders.check_expiring, in_days(200), cast, check) == pairs(who)


@pytest.mark.parametrize(
    ("day", "at", "who"),
    [
        (date(2028, 2, 29), local(date(2028, 2, 28), 23, 30), "coordinator:7, mentor:7 own"),
        (date(2028, 2, 29), local(date(2028, 2, 29), 0, 30), RUN_OUT),
        (date(2027, 3, 28), local(date(2027, 3, 27), 23, 30), "coordinator:7, mentor:7 own"),
        (date(2027, 7, 1), local(date(2027, 5, 2), 0, 30), "coordinator:60, mentor:60 own"),
        (date(2027, 7, 1), local(date(2027, 5, 1), 23, 30), ""),
    ],
)
def test_on_the_days_of_a_calendar(cast, day, at, who):
    """In summer the day begins an hour before that of Greenwich: the rule goes by the clock on the wall."""
    check = until(cast, day)
    assert told(reminders.check_expiring, at, cast, check) == pairs(who)


@pytest.mark.parametrize(("days", "open_still"), [(-1, True), (1, False)])
def test_the_gate_shuts_when_it_runs_out(cast, days, open_still):
    ends = in_days(200).date()
    clear(cast.volunteer, by=cast.coordinator, today=localdate(), expires_on=ends)
    missing = approval_missing(cast.volunteer, ends + timedelta(days=days), "approved")
    assert (
        any("run out" in str(one) or "ran out" in str(one) or "check" in str(one) for one in missing) is not open_still
    )
