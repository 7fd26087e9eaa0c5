"""How long at each stage: a manager sets it; the rule, the first page, the list and the counts agree (L10)."""

import pytest
from django.urls import reverse

from mentoring.audit.models import AuditEntry
from mentoring.tests.due_kit import in_days
from mentoring.transitions import Refused
from schemes import home, reminders
from schemes.people.models import Volunteer
from schemes.people.standing.actions import stage_limits_reset, stage_limits_set
from schemes.people.standing.limits import LIMITS, key_of
from schemes.people.standing.queries import limits_of, too_long_counts
from schemes.tests.people.standing.test_standing_reminders import volunteer_at, young_person_at

VETTING, REFERRED = ("volunteer", "vetting"), ("young-person", "referred")


def where(cast, name="stage_limits_set", *more):
    return reverse(f"schemes:{name}", args=[cast.scheme.slug, *more])


def fresh(scheme):
    return type(scheme).objects.get(pk=scheme.pk)


def held(scheme) -> dict:
    """What differs from the usual days."""
    return fresh(scheme).stage_days


def as_sent(**other):
    usual = {key_of(*key): limit.days for key, limit in LIMITS.items()}
    return usual | {name.replace("__", "."): value for name, value in other.items()}


def test_a_manager_sets_a_stage_and_takes_it_back_and_the_trail_keeps_both(cast):
    client = cast.client(cast.manager)
    assert "Usual: 42." in client.get(where(cast)).content.decode()
    client.post(where(cast), as_sent(volunteer__vetting=56))
    assert limits_of(fresh(cast.scheme))[VETTING] == 56
    assert limits_of(cast.other_scheme)[VETTING] == 42
    client.post(where(cast), as_sent(volunteer__vetting=""))
    assert limits_of(fresh(cast.scheme))[VETTING] == 42, "left empty means the usual days"
    assert held(cast.scheme) == {}
    kept = AuditEntry.objects.filter(verb="scheme.stage_days_set").order_by("place")
    assert [entry.details for entry in kept] == [{"volunteer.vetting": [42, 56]}, {"volunteer.vetting": [56, 42]}]


def test_back_to_the_usual_days_all_at_once(cast):
    stage_limits_set(scheme=cast.scheme, days={VETTING: 10, REFERRED: 2}, by=cast.manager)
    client = cast.client(cast.manager)
    assert "Back to the usual days" in client.get(where(cast)).content.decode()
    client.post(where(cast, "stage_limits_reset"))
    assert limits_of(fresh(cast.scheme)) == {key: limit.days for key, limit in LIMITS.items()}
    assert "Back to the usual days" not in client.get(where(cast)).content.decode()


def test_nothing_changed_leaves_no_line_in_the_trail(cast):
    stage_limits_reset(scheme=cast.scheme, by=cast.manager)
    assert not AuditEntry.objects.filter(verb="scheme.stage_days_set").exists()


@pytest.mark.parametrize(
    ("name", "days", "why"),
    [
        ("young-person.referred", 8, "promise everybody an answer within a week"),
        ("volunteer.enquired", 30, "promise everybody an answer within a week"),
        ("volunteer.vetting", 0, "at least one day"),
        ("volunteer.vetting", 367, "At most 366 days"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_a_sentence_beside_it(cast, name, days, why):
    answer = cast.client(cast.manager).post(where(cast), as_sent() | {name: days})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    with pytest.raises(Refused, match=why):
        stage_limits_set(scheme=cast.scheme, days={tuple(name.split(".")): days}, by=cast.manager)
    assert held(cast.scheme) == {}


@pytest.mark.parametrize("days", [3, 20, 50])
def test_the_rule_the_first_page_the_list_and_the_counts_name_the_same_people(cast, days, time_machine):
    stage_limits_set(scheme=cast.scheme, days={("young-person", "met"): 20, ("volunteer", "applied"): 3}, by=None)
    volunteer_at("applied", cast)
    young_person_at("met", cast)
    volunteer_at("training", cast)
    time_machine.move_to(in_days(days))
    rules = [*reminders.answer_owed(in_days(0)), *reminders.stage_stuck(in_days(0))]
    told = {due.path for due in rules if due.recipient_id == cast.coordinator.pk}
    rows = home.today_rows(cast.actor(cast.coordinator), in_days(0).date())
    shown = {row.url for row in rows if "waiting" in row.detail}
    client, listed = cast.client(cast.coordinator), set()
    for kind in ("volunteers", "young-people"):
        rows = client.get(where(cast, "too_long_list", kind)).context["rows"]
        listed |= {reverse(f"schemes:{row['stem']}_show", args=[cast.scheme.slug, row["person"].pk]) for row in rows}
    assert told == shown == listed
    assert told
    assert too_long_counts(fresh(cast.scheme), in_days(0).date()).total() == len(told)


def test_a_manager_sees_numbers_and_no_name(cast, time_machine):
    volunteer_at("applied", cast)
    time_machine.move_to(in_days(21))
    assert Volunteer.objects.filter(state="applied").count() == 1
    rows = home.today_rows(cast.actor(cast.manager), in_days(0).date())
    words = [row.words for row in rows if row.url == where(cast)]
    assert len(words) == 1 and "two weeks too long" in words[0]
    page = cast.client(cast.manager).get(where(cast)).content.decode()
    assert "1 there too long now." in page
    assert "Ann" not in page + words[0]


def test_a_kind_nobody_knows_is_not_there(cast):
    assert cast.client(cast.coordinator).get(where(cast, "too_long_list", "everybody")).status_code == 404
