"""Everything held on one person: asked for, read by one, given by another (issue 6; articles 12, 15, 16)."""

import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from matching.models import Match
from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding.complaints.actions import complaint_make
from safeguarding.concerns.actions import concern_raise
from safeguarding.home import today_rows
from safeguarding.records import actions
from safeguarding.records.models import AccessRequest
from safeguarding.records.queries import answerers_of, due_on, given_to, to_read
from safeguarding.tests.records.test_own_record import shown_again
from schemes.people.actions import volunteer_add, young_person_edit

WAYS = {"scheme": "sheffield"}


@pytest.fixture
def asked(cast):
    """Jay asked; on his record stands who referred him, which is somebody else’s too."""
    return actions.access_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee)


def items(request, reader):
    return [item for sheaf in to_read(request, reader) for item in sheaf.items]


def decide(request, reader, outcome="give", **said):
    """Every line alike."""
    decisions = [
        {"line": item.key, "mark": item.mark, "outcome": outcome, "reason": "", "left_out": "", **said}
        for item in items(request, reader)
    ]
    return actions.access_decide(request=request, decisions=decisions, by=reader)


def words(sections) -> str:
    return " ".join(fact.value for section in sections for line in section.lines for fact in line.facts)


def given(cast, request):
    actions.access_check(request=request, by=cast.lead)
    return actions.access_give(request=request, by=cast.manager)


def test_the_lines_are_what_is_not_theirs_alone_with_the_others_named_in_them(cast, asked):
    found = {item.key.split(":")[0]: item for item in items(asked, cast.lead)}
    assert found["schemes.referral"].names == ("Ruth Adeyemi",)
    assert "schemes.youngperson" not in found, "what is theirs goes to them unread"


def test_one_reads_and_another_gives_and_a_name_is_left_out(cast, asked):
    decide(asked, cast.lead, "part", left_out="Ruth Adeyemi")
    request = actions.access_check(request=asked, by=cast.lead)
    with pytest.raises(Refused, match="somebody else has to say yes"):
        actions.access_give(request=request, by=cast.lead)
    request = actions.access_give(request=request, by=cast.manager)
    told = words(given_to(request))
    assert "[left out]" in told
    assert "Ruth" not in told
    assert cast.young_person.ref in told


def test_a_line_is_kept_back_only_with_its_reason_in_law(cast, asked):
    with pytest.raises(Refused, match="Say why"):
        decide(asked, cast.lead, "keep")
    decide(asked, cast.lead, "keep", reason="others")
    assert "Ruth Adeyemi" not in words(given_to(given(cast, asked)))


def test_it_is_not_handed_on_while_a_line_is_unread_and_what_changes_afterwards_is_not_given(cast, asked):
    with pytest.raises(Refused, match="still to be read"):
        actions.access_check(request=asked, by=cast.lead)
    decide(asked, cast.lead)
    request = given(cast, asked)
    assert "Ruth Adeyemi" in words(given_to(request))
    cast.young_person.referrals.update(referrer_name="Somebody nobody read about")
    assert "nobody read about" not in words(given_to(request))


def test_a_manager_reads_no_line_and_a_co_ordinator_knows_of_no_request(cast, asked):
    part = reverse("safeguarding:access_part", args=["sheffield", asked.pk, 1])
    assert cast.client(cast.manager).get(part).status_code == 403
    page = cast.client(cast.manager).get(reverse("safeguarding:access_show", args=["sheffield", asked.pk]))
    assert "Ruth Adeyemi" not in page.content.decode()
    assert cast.client(cast.coordinator).get(part).status_code == 403
    with pytest.raises(Refused):
        decide(asked, cast.manager) if items(asked, cast.manager) else None


def test_nobody_answers_whom_the_person_told_of_by_a_worry_or_a_complaint(cast, asked):
    concern_raise(scheme=cast.scheme, happened="He shouts", about_users=[cast.lead], by=cast.mentee)
    assert answerers_of(asked) == [cast.manager]
    show = reverse("safeguarding:access_show", args=["sheffield", asked.pk])
    assert cast.client(cast.lead).get(show).status_code == 404
    complaint_make(scheme=cast.scheme, wants="complaint", words="Unfair", about_users=[cast.manager], by=cast.mentee)
    assert answerers_of(asked) == []


def test_nobody_answers_for_themselves_and_where_nobody_is_left_it_is_said(cast):
    own = actions.access_ask(scheme=cast.scheme, user=cast.lead, by=cast.lead)
    assert answerers_of(own) == [cast.manager]
    with pytest.raises(Refused, match="Information Commissioner"):
        actions.access_ask(scheme=cast.other_scheme, user=cast.outsider, by=cast.outsider)


def test_whoever_may_answer_is_told_at_once_and_finds_it_on_their_first_page(cast, asked):
    told = Notice.objects.filter(rule="access_waiting").values_list("recipient", flat=True)
    assert set(told) == {cast.manager.pk, cast.lead.pk}
    today = timezone.localdate()
    for person, number in (("lead", 1), ("manager", 1), ("coordinator", 0)):
        rows = today_rows(cast.actor(getattr(cast, person)), today)
        assert sum("held on them" in row.words for row in rows) == number, person
    assert not [row for row in today_rows(cast.actor(cast.lead), today) if "Jay" in row.words + row.detail]


def test_the_clock_stands_still_while_they_are_asked_something_and_they_read_what(cast, asked):
    day = due_on(asked, timezone.localdate())
    actions.access_pause(request=asked, what="identity", words="Which Jay are you?", by=cast.manager)
    page = cast.client(cast.mentee).get(reverse("safeguarding:record_mine")).content.decode()
    assert "Which Jay are you?" in page
    with time_machine.travel(timezone.now() + timedelta(days=14)):
        actions.access_resume(request=asked, by=cast.manager)
        later = due_on(AccessRequest.objects.get(pk=asked.pk), timezone.localdate())
    assert 10 <= (later - day).days <= 18, "fourteen, and either day may move past days off"


def test_two_months_more_are_said_within_the_first_with_the_reason(cast, asked):
    with (
        time_machine.travel(timezone.now() + timedelta(days=40)),
        pytest.raises(Refused, match="within the first month"),
    ):
        actions.access_longer(request=asked, because="Six years of it", by=cast.manager)
    actions.access_longer(request=asked, because="Six years of it", by=cast.manager)
    page = cast.client(cast.mentee).get(reverse("safeguarding:record_mine")).content.decode()
    assert "Six years of it" in page


def test_they_take_it_from_their_own_page_for_thirty_days_and_it_stands_in_the_trail(cast, asked):
    decide(asked, cast.lead)
    request = given(cast, asked)
    take = reverse("safeguarding:access_take_mine", args=[request.pk])
    assert cast.client(cast.mentee).get(take).status_code == 302, "not before they typed their password again"
    assert shown_again(cast.client(cast.lead)).get(take).status_code == 404
    answer = shown_again(cast.client(cast.mentee)).get(take)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        held = "".join(folder.read(name).decode() for name in folder.namelist())
    assert "Ruth Adeyemi" in held
    assert "is not said" in held
    assert AuditEntry.objects.filter(verb="accessrequest.exported", by_key=str(cast.mentee.pk)).exists()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert shown_again(cast.client(cast.mentee)).get(take).status_code == 404


def test_a_worry_about_them_is_read_by_the_lead_alone_and_stays_without_being_counted(cast):
    request = actions.access_ask(scheme=cast.scheme, user=cast.mentor, by=cast.mentor)
    concern = concern_raise(
        scheme=cast.scheme, happened="Quartzheron he hit me", about_users=[cast.mentor], by=cast.mentee
    )
    keys = {item.key.split(":")[0] for item in items(request, cast.lead)}
    assert "safeguarding.concernsubject" in keys
    assert "safeguarding.concernsubject" not in {item.key.split(":")[0] for item in items(request, cast.manager)}
    decide(request, cast.lead, "keep", reason="inquiry")
    held = words(given_to(given(cast, request)))
    assert "Quartzheron" not in held
    assert str(concern.pk) not in held


def test_somebody_without_an_account_is_answered_on_paper(cast):
    person = cast.young_person
    young_person_edit(young_person=person, changes={"user": None}, by=cast.coordinator)
    client = cast.client(cast.manager)
    said = {"person": person.ref, "way": "letter", "asked_on": "yesterday", "words": ""}
    assert client.post(reverse("safeguarding:access_log", args=["sheffield"]), said).status_code == 302
    request = AccessRequest.objects.get(young_person=person)
    decide(request, cast.lead)
    request = given(cast, request)
    taken = client.post(reverse("safeguarding:access_take", args=["sheffield", request.pk]))
    assert taken.headers["Content-Type"] == "application/zip"


@pytest.mark.parametrize("written", ["nobody@cast.example", "manager@cast.example", ""])
def test_staff_write_down_who_asked_by_a_name_that_is_known_and_not_themselves(cast, written):
    said = {"person": written, "way": "said", "asked_on": "today", "words": ""}
    page = cast.client(cast.manager).post(reverse("safeguarding:access_log", args=["sheffield"]), said)
    assert page.status_code == 422
    assert not AccessRequest.objects.exists()


def test_asking_twice_is_asking_once(cast, asked):
    with pytest.raises(Refused, match="asked already"):
        actions.access_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee)
    actions.access_take_back(request=asked, by=cast.mentee)
    assert actions.access_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee).state == "asked"


def test_something_is_wrong_and_is_put_right_or_their_words_stay_beside_it(cast):
    said = {"about": "My birthday", "words": "It is the 15th, not the 14th."}
    cast.client(cast.mentee).post(reverse("safeguarding:correction_ask_mine"), said)
    correction = cast.mentee.corrections.get()
    show = reverse("safeguarding:correction_show", args=["sheffield", correction.pk])
    assert "15th" in cast.client(cast.lead).get(show).content.decode()
    assert cast.client(cast.lead).post(show, {"outcome": "put-right", "answer": ""}).status_code == 422
    cast.client(cast.lead).post(show, {"outcome": "put-right", "answer": "You are right. It says the 15th now."})
    page = cast.client(cast.mentee).get(reverse("safeguarding:record_mine")).content.decode()
    assert "It says the 15th now." in page
    with pytest.raises(Refused, match="answered already"):
        actions.correction_answer(correction=correction, outcome="noted", answer="No", by=cast.manager)


def test_what_is_left_as_it_is_has_their_words_beside_it_for_whoever_reads_the_record(cast):
    correction = actions.correction_ask(
        scheme=cast.scheme, about="My area", words="I never lived there", by=cast.mentee
    )
    record = reverse("schemes:young_person_show", args=["sheffield", cast.young_person.pk])
    assert "I never lived there" not in cast.client(cast.coordinator).get(record).content.decode()
    actions.correction_answer(correction=correction, outcome="noted", answer="The council says so.", by=cast.lead)
    assert "I never lived there" in cast.client(cast.coordinator).get(record).content.decode()


def test_the_page_of_a_part_keeps_what_was_decided_and_says_what_is_missing(cast, asked):
    part = reverse("safeguarding:access_part", args=["sheffield", asked.pk, 1])
    item = items(asked, cast.lead)[0]
    name = item.key.replace(":", "-").replace(".", "-")
    client = cast.client(cast.lead)
    assert client.post(part, {f"{name}-mark": item.mark, f"{name}-outcome": "keep"}).status_code == 422
    assert client.post(part, {f"{name}-mark": "0" * 16, f"{name}-outcome": "give"}).status_code == 422
    client.post(part, {f"{name}-mark": item.mark, f"{name}-outcome": "part", f"{name}-left_out": "Ruth"})
    assert asked.decisions.get().left_out == "Ruth"


def test_nobody_answers_for_the_other_half_of_their_own_pair(cast):
    """roles.md: a lead who mentors somebody is no lead for them, nor once the two are parted."""
    mentor = volunteer_add(scheme=cast.scheme, user=cast.lead, name=cast.lead.name, by=cast.coordinator)
    Match.objects.create(scheme=cast.scheme, volunteer=mentor, young_person=cast.young_person)
    asked = actions.access_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee)
    assert answerers_of(asked) == [cast.manager]
    assert (
        cast.client(cast.lead).get(reverse("safeguarding:access_show", args=["sheffield", asked.pk])).status_code == 404
    )
