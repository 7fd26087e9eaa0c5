"""S14: staff ask each side apart how it is going; one definition of "due" for page, list and reminder."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import CheckIn
from matching.support import actions, queries
from matching.support.home import contacts_of_mine
from matching.support.reminders import check_in_due
from matching.tests.readying import introduced, mentee_ready, mentor_ready
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from safeguarding.trail.queries import who_looked
from schemes.people.actions import membership_grant, volunteer_edit
from schemes.people.models import Membership


def spoke(pair, side, days=0, **said):
    day = timezone.localdate() + timedelta(days=days)
    fields = {"how": "phone", "words": f"Words of the {side}.", "by": pair.coordinator, **said}
    return actions.check_in_add(match=pair.match, side=side, spoken_on=day, **fields)


def after(days):
    return timezone.now() + timedelta(days=days)


def due(days) -> list[str]:
    return sorted(contact.side for contact in queries.contacts_due(after(days)))


def told(pair, days) -> dict:
    names = {pair.coordinator.pk: "coordinator", pair.manager.pk: "manager"}
    return {(names.get(each.recipient_id, "?"), each.step) for each in check_in_due(after(days))}


def form(**said):
    return {"side": "mentee", "how": "text", "spoken_on": "today", "words": "All fine.", **said}


def page_of(pair, name="match_show"):
    return reverse(f"matching:{name}", args=[pair.scheme.slug, pair.match.pk])


def test_s14_the_match_belongs_to_whoever_introduced_them(pair):
    assert pair.match.co_ordinator == pair.coordinator
    assert "Looked after by" in pair.client(pair.lead).get(page_of(pair)).content.decode()


def test_s14_each_side_is_due_apart(pair):
    assert due(6) == []
    assert due(7) == ["mentee", "mentor"]
    spoke(pair, "mentee")
    assert due(7) == ["mentee", "mentor"], "a word on the first day is not the word of the first week"


def test_s14_a_word_with_one_side_is_none_with_the_other(pair):
    spoke(pair, "mentee", days=6)
    assert due(7) == ["mentor"]
    assert due(14) == ["mentee", "mentor"]


def test_s14_the_reminder_says_what_the_first_page_says(pair):
    assert told(pair, 6) == set()
    assert told(pair, 7) == {("coordinator", "mentor"), ("coordinator", "mentee")}
    assert ("manager", "mentor manager") not in told(pair, 14)
    assert ("manager", "mentor manager") in told(pair, 15), "two were missed"


def test_s14_no_reminder_once_it_is_ending_(pair):
    type(pair.match).objects.filter(pk=pair.match.pk).update(state="ending")
    assert due(60) == []


def test_s14_a_co_ordinator_who_mentors_is_not_reminded_of_their_own_pair(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    type(pair.match).objects.filter(pk=pair.match.pk).update(co_ordinator=pair.mentor)
    assert {each.recipient_id for each in check_in_due(after(7))} == {pair.coordinator.pk}
    assert "Words" not in pair.client(pair.mentor).get("/").content.decode()
    assert pair.client(pair.mentor).get(page_of(pair, "check_in_list")).status_code == 404
    with pytest.raises(Refused, match="about you"):
        spoke(pair, "mentee", by=pair.mentor)


@pytest.mark.parametrize("gone", ["role ended", "inactive", "one of the two"])
def test_s14_a_match_of_somebody_who_left_is_everybodys_on_the_page_as_in_the_reminder(pair, gone):
    kim = pair.manager
    keeper = pair.mentor if gone == "one of the two" else pair.coordinator
    for person in (kim, keeper):
        membership_grant(scheme=pair.scheme, user=person, role="coordinator", by=kim)
    type(pair.match).objects.filter(pk=pair.match.pk).update(co_ordinator=keeper)
    if gone != "one of the two":
        assert not mine(pair, kim), "while somebody holds it, it is theirs"
    if gone == "role ended":
        Membership.objects.filter(user=keeper, role="coordinator").update(ended_at=timezone.now())
    if gone == "inactive":
        type(keeper).objects.filter(pk=keeper.pk).update(is_active=False)
    assert kim.pk in {each.recipient_id for each in check_in_due(after(7))}
    assert mine(pair, kim)


def mine(pair, person) -> list:
    """Sides of the pair that stand on this person's first page once both are due."""
    return contacts_of_mine(pair.actor(person), after(7))


def test_s14_written_down_in_one_page_with_a_promise_that_stands_on_the_first_page(pair):
    dee = pair.client(pair.coordinator)
    sent = dee.post(page_of(pair, "check_in_add"), form(to_do="Ask about the bus pass"))
    check_in = CheckIn.objects.get()
    assert (sent.status_code, check_in.spoken_by, check_in.to_do_by) == (302, pair.coordinator, pair.coordinator)
    assert check_in.to_do_on == timezone.localdate() + timedelta(days=7)
    assert "You promised: Ask about the bus pass" in dee.get("/").content.decode()
    dee.post(reverse("matching:check_in_done", args=[pair.scheme.slug, check_in.pk]))
    assert "bus pass" not in dee.get("/").content.decode()
    assert CheckIn.objects.get().done_on == timezone.localdate()


def test_s14_the_form_keeps_what_was_typed_and_says_what_is_missing(pair):
    dee = pair.client(pair.coordinator)
    answer = dee.post(page_of(pair, "check_in_add"), form(words="", spoken_on="1 January 2020", to_do="Ring back"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write a line" in page
    assert "not been introduced by then" in page
    assert "Ring back" in page
    assert not CheckIn.objects.exists()


def test_s14_pressing_twice_writes_one(pair):
    spoke(pair, "mentor")
    with pytest.raises(Refused, match="already"):
        spoke(pair, "mentor")


def test_s14_nobody_is_asked_before_the_introduction(cast):
    match = introduced(cast, mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person))
    type(match).objects.filter(pk=match.pk).update(state="accepted")
    cast.match = match
    with pytest.raises(Refused, match="begin once"):
        spoke(cast, "mentor")


def test_s14_neither_side_reads_a_word_or_the_others_days(pair):
    spoke(pair, "mentor", how="visit")
    spoke(pair, "mentee", how="video")
    mine = reverse("matching:check_in_list_mine", args=[pair.match.pk])
    for person, own, other in ((pair.mentor, "In person", "Video"), (pair.mentee, "Video", "In person")):
        page = pair.client(person).get(mine).content.decode()
        assert own in page
        assert other not in page
        assert "Words of" not in page
        assert "Words of" not in pair.client(person).get("/me/").content.decode()


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_s14_neither_side_reads_the_others_days_in_the_trail(pair, side):
    before = {user: len(who_looked(user)) for user in (pair.mentor, pair.mentee)}
    actions.check_in_done(check_in=spoke(pair, side, to_do="Ring back", to_do_on=timezone.localdate()), by=pair.lead)
    more = {user: len(who_looked(user)) - before[user] for user in before}
    spoken, other = (pair.mentor, pair.mentee) if side == "mentor" else (pair.mentee, pair.mentor)
    assert more[other] == 0
    assert more[spoken] > 0, "their own days stay theirs to see"
    page = pair.client(other).get(reverse("safeguarding:who_looked_mine")).content.decode()
    assert "check-in" not in page


def test_s14_a_supervisor_reads_their_own_mentors_words_and_never_the_young_persons(pair):
    spoke(pair, "mentor")
    spoke(pair, "mentee")
    volunteer_edit(volunteer=pair.volunteer, changes={"supervisor": pair.supervisor}, by=pair.coordinator)
    lou = pair.client(pair.supervisor)
    for name in ("match_show", "check_in_list"):
        page = lou.get(page_of(pair, name)).content.decode()
        assert "Words of the mentor" in page
        assert "Words of the mentee" not in page
    assert lou.post(page_of(pair, "check_in_add"), form()).status_code == 422, "a supervisor speaks with their mentor"
    assert "Words of the mentee" in pair.client(pair.lead).get(page_of(pair, "check_in_list")).content.decode()
    volunteer_edit(volunteer=pair.volunteer, changes={"supervisor": pair.coordinator}, by=pair.coordinator)
    assert lou.get(page_of(pair, "check_in_list")).status_code == 404


def test_s14_the_page_for_both_reads_easily(pair):
    mine = reverse("matching:check_in_list_mine", args=[pair.match.pk])
    assert reading_age_of_page(pair.client(pair.mentee).get(mine).content.decode()) <= 9


def test_s14_due_asks_one_query_however_many_matches(pair, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.contacts_due(after(30))
