"""Whatever is typed or put into an address, the answer is a page: no 500 (issue's "done when" 6)."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

GARBAGE = st.text(max_size=40) | st.sampled_from(
    [
        "9999-12-31",
        "0001-01-01",
        "31/02/2026",
        "\x00",
        "=1+1",
        "9999-12-31T23:59:59-12:00",
        "\U0001f9e8" * 9,
        "-1",
        "1e9",
    ]
)
FORMS = {
    "concern_raise": ("mentor", "", ["danger", "happened", "about_users", "happened_on", "own_words", "arose_at"]),
    "concern_triage": ("lead", "concern", ["triage", "route", "strategy", "not_referred_why", "route_why"]),
    "officer_not_told": ("lead", "concern", ["why"]),
    "concern_refer": ("lead", "concern", ["to", "to_whom", "reference", "referred_on", "referred_time"]),
    "concern_subject_add": ("lead", "concern", ["person"]),
    "concern_grant": ("lead", "concern", ["membership", "reason", "ends_on"]),
    "hold_place": ("lead", "concern", ["volunteer"]),
    "check_request": ("coordinator", "volunteer", ["kind", "requested_on", "referee_name", "referee_email"]),
    "check_decide": ("coordinator", "check", ["decision", "decided_on", "expires_on", "conditions"]),
    "risk_decision_record": ("lead", "volunteer", ["disclosed", "decided", "purge_on"]),
    "consent_give": ("coordinator", "consent", ["given_on", "given_by", "how"]),
}
LISTS = {
    "concern_list": ("lead", ["show", "before"]),
    "check_list": ("coordinator", ["show", "kind", "name", "page"]),
    "trail_list": ("manager", ["person", "what", "since", "until", "after"]),
}
quietly = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def keys_of(world, what) -> dict:
    return {
        "concern": {"concern_id": world.concern.pk},
        "volunteer": {"volunteer_id": world.uncleared_volunteer.pk},
        "check": {"volunteer_id": world.uncleared_volunteer.pk, "check_id": world.check.pk},
        "consent": {"young_person_id": world.young_person.pk, "consent_id": world.consent.pk},
    }.get(what, {})


@pytest.mark.parametrize("name", FORMS)
@quietly
@given(data=st.data())
def test_any_garbage_in_a_form_gets_a_page(world, name, data):
    person, what, fields = FORMS[name]
    typed = {field: data.draw(GARBAGE) for field in fields}
    where = reverse(f"safeguarding:{name}", kwargs={"scheme": world.scheme.slug, **keys_of(world, what)})
    assert world.client(getattr(world, person)).post(where, typed).status_code in (302, 422)


@pytest.mark.parametrize("name", LISTS)
@quietly
@given(data=st.data())
def test_any_garbage_in_an_address_gets_a_page(world, name, data):
    person, fields = LISTS[name]
    asked = {field: data.draw(GARBAGE) for field in fields}
    where = reverse(f"safeguarding:{name}", kwargs={"scheme": world.scheme.slug})
    assert world.client(getattr(world, person)).get(where, asked).status_code == 200
