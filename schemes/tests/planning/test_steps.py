"""S1–S8: each step is a live page; evidence is computed; sign-off with something missing needs a reason."""

from datetime import date

import pytest

from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from schemes.planning import actions, models
from schemes.planning.evidence import evidence_of
from schemes.planning.queries import journey
from schemes.planning.shown import stages_without_money

TODAY = date(2026, 11, 22)
SHEFFIELD = "E08000019"


def add(world, model, **fields):
    return actions.plan_item_save(item=model(scheme=world.scheme, **fields), by=world.coordinator)


def test_a_new_scheme_has_seventeen_steps_and_shows_what_is_missing(cast):
    lines = journey(cast.scheme, TODAY)
    assert [line.number for line in lines] == list(range(1, 18))
    assert lines[0].small == "No council chosen, so nobody is counted yet."


def test_s1_the_estimate_is_a_quarter_of_the_published_figures(cast):
    need = cast.scheme.needs.get()
    need.la_codes, need.year = [SHEFFIELD], 2025
    actions.need_save(need=need, by=cast.coordinator)
    shown = evidence_of(cast.scheme, TODAY)[1]
    assert "care leavers, about" in shown.summary
    assert "No council chosen, so nobody is counted yet." not in shown.missing


def test_s3_a_stage_without_money_is_flagged_evaluation_among_them(cast):
    for stage in ("planning", "recruitment", "matching"):
        add(cast, models.BudgetLine, stage=stage, kind="staff", heading="Co-ordinator", planned=100)
    assert stages_without_money(cast.scheme) == ["Evaluation"]
    assert "No money set aside for evaluation." in evidence_of(cast.scheme, TODAY)[3].missing


def test_s5_a_group_without_a_young_person_is_flagged(cast):
    add(cast, models.GroupMember, name="Avi Chen", joined_on=TODAY)
    assert "No young person is in the group." in evidence_of(cast.scheme, TODAY)[5].missing
    add(cast, models.GroupMember, name="Bea", is_young_person=True, joined_on=TODAY)
    assert "No young person is in the group." not in evidence_of(cast.scheme, TODAY)[5].missing


def test_s6_a_co_ordinator_who_left_is_no_longer_in_post(cast):
    post = add(
        cast, models.Appointment, co_ordinator=cast.coordinator, specification="…", line_manager="Morgan",
        appointed_on=date(2026, 3, 1),
    )  # fmt: skip
    assert evidence_of(cast.scheme, TODAY)[6].summary == "In post since 1 March 2026"
    post.left_on = TODAY
    actions.plan_item_save(item=post, by=cast.coordinator)
    assert evidence_of(cast.scheme, TODAY)[6].missing == ("No co-ordinator is in post.",)


def test_s7_a_changed_policy_is_a_new_version_to_be_read_again(cast):
    policy = add(cast, models.Policy, title="Lone working", body="Old.", review_on=date(2026, 11, 10))
    actions.policy_read(policy=policy, by=cast.mentor)
    assert "Lone working overdue for review by 12 days." in evidence_of(cast.scheme, TODAY)[7].missing
    policy.body = "New."
    newer = actions.plan_item_new_version(item=policy, by=cast.coordinator)
    assert newer.version == 2
    assert newer.readings.count() == 0
    assert models.Policy.objects.get(version=1).body == "Old."


def test_sign_off_with_something_missing_needs_a_reason_and_keeps_what_was_missing(cast):
    step = cast.scheme.steps.get(number=3)
    with pytest.raises(Refused):
        actions.step_sign_off(step=step, missing=["No money for evaluation."], why=" ", by=cast.manager)
    signed = actions.step_sign_off(step=step, missing=["No money for evaluation."], why="Promised", by=cast.manager)
    assert signed.missing_at_sign_off == ["No money for evaluation."]
    assert journey(cast.scheme, TODAY)[2].state == "done"
    actions.step_reopen(step=step, by=cast.manager)
    assert journey(cast.scheme, TODAY)[2].state == ""
    assert AuditEntry.objects.filter(verb__startswith="step.").count() == 2


def test_a_form_with_mistakes_keeps_what_was_typed(cast):
    client = cast.client(cast.coordinator)
    answer = client.post(
        "/schemes/sheffield/plan/actions/add/",
        {"words": "Write to colleges", "starts_on": "3/12/2026", "due_on": "1 Dec 2026", "progress": "to-do"},
    )
    assert answer.status_code == 422
    assert b"An action cannot be due before it starts." in answer.content
    assert b"Write to colleges" in answer.content


def test_an_item_of_another_scheme_is_not_found(cast):
    elsewhere = actions.plan_item_save(
        item=models.Resource(scheme=cast.other_scheme, kind="model", words="Theirs"), by=cast.outsider
    )
    answer = cast.client(cast.coordinator).get(f"/schemes/sheffield/plan/resources/{elsewhere.pk}/")
    assert answer.status_code == 404


def test_the_site_admin_opens_a_scheme_and_gets_no_role_in_it(cast, mailoutbox):
    client = cast.client(cast.site_admin)
    client.post(
        "/schemes/start/",
        {
            "name": "Hull mentoring",
            "slug": "hull",
            "nation": "england",
            "manager_name": "Ann",
            "manager_email": "a@b.org",
        },
    )
    scheme = models.Scheme.objects.get(slug="hull")
    assert scheme.steps.count() == 17
    assert not scheme.memberships.exists()
    assert client.get("/schemes/hull/").status_code == 404
