"""No garbage in any staff form of people, recruitment or training ends in anything but words beside the field."""

import pytest
from django.urls import reverse

from schemes.tests.access import ACCESS
from schemes.tests.people import joining_world

FORMS = [
    "volunteer_add",
    "volunteer_edit",
    "volunteer_move",
    "young_person_add",
    "young_person_edit",
    "young_person_move",
    "invitation_send",
    "interview_begin",
    "campaign_add",
    "campaign_edit",
    "info_session_add",
    "pack_send",
    "history_edit",
    "history_gap_explain",
    "course_add",
    "module_add",
    "training_session_add",
    "attendance_mark",
    "attendance_book",
    "suitability_review_write",
]
JUNK = [
    "\x00",
    "9" * 400,
    "💥\u202e",
    "-1",
    "1e999",
    "NaN",
    "31/2/2026",
    "=1+1",
    "00000000-0000-0000-0000-000000000000",
]


@pytest.fixture
def joined(cast):
    joining_world.build(cast)
    return cast


def fields_of(response) -> list[str]:
    found = []
    for name in ("form", "mark", "book"):
        form = (response.context or {}).get(name)
        found += [form.add_prefix(field) for field in form.fields] if form else []
    parts = [f"{field}_{part}" for field in found for part in ("day", "month", "year")]
    return found + parts


def test_junk_in_any_form_is_answered_kindly(joined):
    client = joined.client(joined.coordinator)
    for form in FORMS:
        kwargs = {"scheme": joined.scheme.slug, **ACCESS[f"schemes:{form}"].kwargs(joined)}
        url = reverse(f"schemes:{form}", kwargs=kwargs)
        page = client.get(url) if ACCESS[f"schemes:{form}"].method == "get" else client.post(url)
        for junk in JUNK:
            answer = client.post(url, dict.fromkeys(fields_of(page), junk))
            assert answer.status_code in (302, 422), (form, junk)
