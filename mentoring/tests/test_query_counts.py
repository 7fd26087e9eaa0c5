"""Lists keep their number of queries from ten rows to a thousand (issue "The house stands", done when 4).

Rows are made in bulk past the actions, because only their number matters here.
"""

from copy import copy
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.notices.models import Notice
from mentoring.tests.access_kit import Row, table, url_of
from schemes.people.models import Volunteer, new_volunteer_ref, new_young_person_ref
from schemes.recruitment.importing.actions import import_upload

FEW, MANY = 10, 1000
MOST_QUERIES = 30
#: Pages that ask every room or part, a few questions each.
ASKS_ALL = ("today", "matching:me", "matching:match_show")


def copies(row, number: int, **other):
    """So many rows more like this one; `other` gives what must differ, as functions of the number of the row."""
    rows = []
    for place in range(number):
        twin = copy(row)
        twin.pk, twin._state = uuid4(), copy(row._state)
        twin._state.adding = True
        for name, value in other.items():
            setattr(twin, name, value(place))
        rows.append(twin)
    return type(row).objects.bulk_create(rows)


def volunteers(world, number):
    return copies(world.volunteer, number, ref=lambda _: new_volunteer_ref(), user_id=lambda _: None)


def young_people(world, number):
    return copies(world.young_person, number, ref=lambda _: new_young_person_ref(), user_id=lambda _: None)


def matches(world, number):
    mentors, mentees = volunteers(world, number), young_people(world, number)
    return copies(world.match, number, volunteer=mentors.__getitem__, young_person=mentees.__getitem__)


def set_asides(world, number):
    mentors, mentees = volunteers(world, number), young_people(world, number)
    return copies(world.aside, number, volunteer=mentors.__getitem__, young_person=mentees.__getitem__)


def supervisions(world, number):
    return copies(world.supervision, number, volunteer=volunteers(world, number).__getitem__)


def sessions(world, number):
    """Of the one pair: held, and planned for days that have passed."""
    copies(world.held_session, number)
    copies(world.held_session, number, outcome=lambda _: "planned")


def concerns(world, number):
    return copies(world.concern, number)


def complaints(world, number):
    return copies(world.complaint, number)


def access_requests(world, number):
    """Of people without an account: whoever has one asks once at a time."""
    asked = {"user_id": lambda _: None, "young_person": young_people(world, number).__getitem__}
    copies(world.access_request, number, **asked)


def checks(world, number):
    return copies(world.check, number, volunteer=volunteers(world, number).__getitem__)


def risks(world, number):
    mentors, mentees = volunteers(world, number), young_people(world, number)
    other = {"volunteer": mentors.__getitem__, "young_person": mentees.__getitem__}
    return copies(world.risk, number, pair_key=lambda _: uuid4(), **other)


def pairs(world, number):
    """So many pairs that may be one person."""
    ones, others = volunteers(world, number), volunteers(world, number)
    keys = [sorted((one.pk, other.pk)) for one, other in zip(ones, others, strict=True)]
    copies(world.likely_pair, number, one_key=lambda n: keys[n][0], other_key=lambda n: keys[n][1])


def mailings(world, number):
    copies(world.mailing, number)


def in_training(world, number):
    copies(world.uncleared_volunteer, number, ref=lambda _: new_volunteer_ref(), user_id=lambda _: None)


def info_sessions(world, number):
    copies(world.info_session, number)


def group_sessions(world, number):
    copies(world.group_session, number)


def enquirers_kept_waiting(world, number):
    """Each longer than any limit."""
    long_ago = timezone.now() - timedelta(days=400)
    copies(world.enquirer, number, ref=lambda _: new_volunteer_ref())
    Volunteer.objects.filter(state="enquired").update(created_at=long_ago)
    world.enquirer.state_changes.update(created_at=long_ago)


def claims(world, number):
    copies(world.claim, number)


def claims_to_pay(world, number):
    copies(world.claim, number, state=lambda _: "approved")


def notices(world, number):
    day = "2026-11-01"
    told = {"rule": "test", "due_on": day, "recipient": world.coordinator, "path": "/", "not_before": f"{day}T09:00Z"}
    Notice.objects.bulk_create(
        Notice(object_key=f"test:{uuid4()}", channel=Notice.Channel.INBOX, **told) for _ in range(number)
    )


def import_lines(world, number):
    """A sheet of so many people, which is what the preview then shows."""
    lines = [f"Person {place},person{place}@sheet.example" for place in range(number)]
    sheet = "\n".join(["Name,Email", *lines]).encode()
    sent = {"kind": "volunteers", "file_name": "people.csv", "data": sheet}
    world.import_batch = import_upload(scheme=world.scheme, by=world.coordinator, **sent)


#: Which list, who reads it, what makes it longer.
LISTS = {
    "schemes:volunteer_list": ("coordinator", volunteers),
    "schemes:young_person_list": ("coordinator", young_people),
    "schemes:import_show": ("coordinator", import_lines),
    "schemes:pair_list": ("coordinator", pairs),
    "schemes:mailing_list": ("coordinator", mailings),
    "schemes:course_list": ("coordinator", in_training),
    "schemes:training_expiring": ("coordinator", in_training),
    "schemes:campaign_list": ("coordinator", volunteers),
    "schemes:info_session_list": ("coordinator", info_sessions),
    "schemes:too_long_list": ("coordinator", enquirers_kept_waiting),
    "schemes:group_session_list": ("coordinator", group_sessions),
    "matching:me": ("mentor", sessions),
    "matching:match_show": ("coordinator", sessions),
    "matching:session_list": ("coordinator", sessions),
    "matching:session_list_mine": ("mentee", sessions),
    "matching:match_list": ("coordinator", matches),
    "matching:waiting_list": ("coordinator", young_people),
    "matching:stuck_list": ("coordinator", young_people),
    "matching:match_proposals": ("coordinator", young_people),
    "matching:pool_show": ("coordinator", young_people),
    "matching:why_nobody_show": ("coordinator", volunteers),
    "matching:match_compare": ("coordinator", volunteers),
    "matching:set_aside_list": ("coordinator", set_asides),
    "matching:caseload_show": ("coordinator", matches),
    "matching:supervision_list": ("coordinator", supervisions),
    "matching:expense_list": ("coordinator", claims),
    "matching:expenses_pay": ("coordinator", claims_to_pay),
    "matching:expense_totals": ("manager", claims_to_pay),
    "matching:my_expenses": ("mentor", claims),
    "matching:my_hours": ("mentor", sessions),
    "safeguarding:check_list": ("coordinator", checks),
    "safeguarding:risk_list": ("lead", risks),
    "safeguarding:concern_list": ("lead", concerns),
    "safeguarding:complaint_list": ("lead", complaints),
    "safeguarding:access_list": ("manager", access_requests),
    "safeguarding:trail_list": ("manager", volunteers),
    "notice_list": ("coordinator", notices),
    "today": ("coordinator", matches),
}


#: Whoever asks first has what matching reads of people made and kept (decision 0019), some five hundred at a time.
KEEPS = {"matching:match_compare", "matching:match_proposals", "matching:why_nobody_show"}


def queries_of(world, client, name: str, row: Row) -> list[str]:
    """What the page asks of the database."""
    if name in KEEPS:
        client.get(url_of(name, row, world))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url_of(name, row, world)).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_asks_as_much_of_ten_rows_as_of_a_thousand(world, name):
    person, grow = LISTS[name]
    client, row = world.client(getattr(world, person)), table()[name]
    grow(world, FEW)
    few = queries_of(world, client, name, row)
    grow(world, MANY)
    many = queries_of(world, client, name, row)
    more = "\n".join(query[:200] for query in many if query not in few)
    assert len(many) <= len(few), f"{len(few)} queries became {len(many)}:\n{more[:4000]}"
    assert len(many) <= MOST_QUERIES or name in ASKS_ALL


def test_the_first_page_does_not_wait_for_the_evidence_of_seventeen_steps(world):
    """It asks for the figures afterwards; the page itself asks fifty queries at most."""
    client = world.client(world.coordinator)
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/").content.decode()
    where = reverse("schemes:step_counts", args=[world.scheme.slug])
    assert f'hx-get="{where}"' in page
    assert len(asked) <= 50, len(asked)
    assert "with something missing" in client.get(where, headers={"HX-Request": "true"}).content.decode()
    assert client.get(where).url == reverse("schemes:step_list", args=[world.scheme.slug])
