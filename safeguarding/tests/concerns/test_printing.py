"""A concern on paper for a court or a partner: a cover, and names left out wherever they stand."""

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from safeguarding.concerns import actions
from safeguarding.concerns.deciding import actions as deciding
from safeguarding.concerns.printing.redacting import LEFT_OUT, without, words_to_leave_out

FOR = {"prepared_for": "The family court", "purpose": "They asked for it"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dee Parker said so", f"{LEFT_OUT} said so"),
        ("dee said so, PARKER did not", f"{LEFT_OUT} said so, {LEFT_OUT} did not"),
        ("Dee’s car at Dee's house", f"{LEFT_OUT}’s car at {LEFT_OUT}'s house"),
        ("She needed a deer park", "She needed a deer park"),
        ("On Elm Row, by the elm", f"On {LEFT_OUT}, by the elm"),
        ("", ""),
    ],
)
def test_each_part_of_a_name_goes_and_nothing_else(text, expected):
    assert without(text, words_to_leave_out(["Dee Parker"], "Elm Row\n\n")) == expected


@pytest.mark.parametrize("name", ["Dee Parker", "Zoë O’Neill", "Anne-Marie", "Mr. X (Lee)", "Li"])
def test_no_name_that_is_left_out_stands_anywhere_by_itself(name):
    gone = without(f"By {name}, {name.upper()} ({name.lower()}) and others.", words_to_leave_out([name]))
    assert gone == f"By {LEFT_OUT}, {LEFT_OUT} ({LEFT_OUT}) and others."


@pytest.fixture
def concern(cast):
    concern = actions.concern_raise(
        scheme=cast.scheme, happened="Una Reid shouted at Jay", about_words="Una", by=cast.mentor
    )
    actions.concern_subject_add(concern=concern, volunteer=cast.uncleared_volunteer, by=cast.lead)
    actions.concern_acknowledge(concern=concern, by=cast.lead)
    said = {"triage": "support", "strategy": "Talk to Una", "not_referred_why": "Una was sorry at once"}
    deciding.concern_triage(concern=concern, **said, by=cast.lead)
    deciding.officer_not_told(concern=concern, why="A raised voice, no harm", by=cast.lead)
    deciding.concern_close(concern=concern, outcome="Reid left", learning="Ask Una earlier", by=cast.lead)
    return concern


def paper(cast, concern, **data):
    where = reverse("safeguarding:concern_print", args=[cast.scheme.slug, concern.pk])
    return cast.client(cast.lead).post(where, FOR | data)


def test_the_cover_says_for_whom_and_what_is_left_out(cast, concern):
    page = paper(cast, concern, leave_out=["Una Reid"], leave_out_words="Jay").content.decode()
    cover = page.split('class="cover"')[1].split("</section>")[0]
    assert "The family court" in cover and "In confidence" in cover and LEFT_OUT in cover
    told = page.split("<main")[1]
    assert not [word for word in ("Una", "Reid", "Jay") if word in told]
    assert "Zofia Nowak" in told and "shouted at" in told


def test_nothing_is_left_out_unless_somebody_says_so(cast, concern):
    page = paper(cast, concern).content.decode()
    assert "Una Reid shouted at Jay" in page and LEFT_OUT not in page


def test_that_it_was_printed_stands_in_the_history_and_the_trail_before(cast, concern):
    page = paper(cast, concern).content.decode()
    line = concern.entries.last()
    told, _, reference = line.words.removesuffix(")").partition(" (reference ")
    assert told == "Printed for The family court. Why: They asked for it" and line.by == cast.lead
    assert AuditEntry.objects.get(verb="concern.printed").details == {"ref": reference}
    assert page.count(f"Reference {reference}") == 2, "on the cover, and in the foot of each page with who and when"
    assert f"Taken by {cast.lead.name}, {timezone.localtime():%d/%m/%Y}" in page
    assert AuditEntry.objects.filter(verb="concern.printed", by_key=str(cast.lead.pk)).exists()


@pytest.mark.parametrize("left_empty", sorted(FOR))
def test_without_for_whom_or_why_there_is_no_paper(cast, concern, left_empty):
    answer = paper(cast, concern, **{left_empty: ""})
    assert answer.status_code == 422 and "shouted" not in answer.content.decode()
    assert not AuditEntry.objects.filter(verb="concern.printed").exists()


@pytest.mark.parametrize("asks", ["get", "post"])
def test_security_row_6_names_to_choose_from_are_a_reading_and_stand_in_the_trail_first(cast, concern, asks):
    where = reverse("safeguarding:concern_print", args=[cast.scheme.slug, concern.pk])
    page = getattr(cast.client(cast.lead), asks)(where).content.decode()
    assert "Zofia Nowak" in page
    assert AuditEntry.objects.get(verb="concern.read").by_key == str(cast.lead.pk)


@pytest.mark.parametrize("data", [None, {}, FOR])
def test_no_row_in_the_trail_no_names_and_no_paper(cast, concern, data, monkeypatch):
    """Security row 6: an audit that fails lets nothing be read, and by then no name has been looked up."""

    def broken(**_):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(actions, "audit_record", broken)
    monkeypatch.setattr("safeguarding.concerns.printing.views.names_in", lambda _: pytest.fail("read before"))
    client, where = cast.client(cast.lead), reverse("safeguarding:concern_print", args=[cast.scheme.slug, concern.pk])
    client.raise_request_exception = False
    answer = client.get(where) if data is None else client.post(where, data)
    assert answer.status_code == 500
    assert "Zofia Nowak" not in answer.content.decode()
