"""Two find out late that they know each other: before the introduction it is let go, after it staff decide."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.endings.actions import conflict_decide
from matching.endings.home import today_rows
from matching.endings.reminders import conflict_undecided
from matching.models import Conflict
from matching.pairing import actions
from matching.tests.readying import accepted, introduced, proposed, together
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant


def rows_of(world, user):
    return [row.words for row in today_rows(world.actor(user), timezone.localdate())]


def words(response) -> str:
    return response.content.decode()


ROW = "Somebody said that Zofia and Jay know each other. Decide what happens."


@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_after_both_yeses_either_says_so_and_the_other_reads_a_kind_word_only(pair, who):
    match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    here = reverse("matching:conflict_say", args=[match.pk])
    mine = pair.client(getattr(pair, who))
    assert here in words(mine.get("/me/"))
    page = words(mine.post(here, {"kind": "household"}, follow=True))
    assert "nobody is told who said it" in page
    match.refresh_from_db()
    assert match.state == "declined"
    other = pair.mentor if who == "mentee" else pair.mentee
    told = words(pair.client(other).get("/me/"))
    assert "won’t be matched" in told
    assert "home" not in told.lower().split("<main")[1].split("matched")[1][:200]
    assert rows_of(pair, pair.coordinator) == [], "nothing is left to decide"


@pytest.mark.parametrize("reach", [introduced, together])
def test_after_the_introduction_it_is_never_silent_staff_decide_today(pair, reach):
    match = reach(pair, pair.volunteer, pair.young_person)
    pair.client(pair.mentee).post(reverse("matching:conflict_say", args=[match.pk]), {"kind": "know"})
    match.refresh_from_db()
    assert match.state != "declined"
    assert rows_of(pair, pair.coordinator) == [ROW]
    assert {due.recipient_id for due in conflict_undecided(timezone.now())} == {pair.coordinator.pk}
    later = timezone.now() + timedelta(days=3)
    assert {due.recipient_id for due in conflict_undecided(later)} == {
        pair.coordinator.pk,
        pair.lead.pk,
        pair.manager.pk,
    }
    desk = pair.client(pair.coordinator)
    assert "decide what happens" in words(desk.get(reverse("matching:match_show", args=[pair.scheme.slug, match.pk])))
    here = reverse("matching:conflict_decide", args=[pair.scheme.slug, match.pk])
    assert desk.post(here, {"goes_on": "no", "because": ""}).status_code == 422
    desk.post(here, {"goes_on": "no", "because": "Cousins; both prefer somebody else"})
    match.refresh_from_db()
    assert match.state == "ending"
    assert match.state_changes.last().why == "Cousins; both prefer somebody else"
    assert rows_of(pair, pair.coordinator) == []


def test_they_may_go_on_with_the_reason_on_record_until_it_is_said_again(pair):
    match = together(pair, pair.volunteer, pair.young_person)
    two = {"scheme": pair.scheme, "volunteer": pair.volunteer, "young_person": pair.young_person, "kind": "know"}
    actions.conflict_declare(**two, by=pair.coordinator)
    conflict_decide(match=match, goes_on=True, because="Same school, years apart", by=pair.coordinator)
    match.refresh_from_db()
    assert match.state == "active"
    conflict = Conflict.objects.get()
    assert (conflict.goes_on, conflict.because) == (True, "Same school, years apart")
    told = reverse("matching:match_show", args=[pair.scheme.slug, match.pk])
    assert "Same school, years apart" in words(pair.client(pair.coordinator).get(told))
    for one in (pair.mentee, pair.mentor):
        assert "Same school" not in words(pair.client(one).get("/me/"))
    with pytest.raises(Refused, match="nothing left to decide"):
        conflict_decide(match=match, goes_on=False, because="Changed our mind", by=pair.coordinator)
    actions.conflict_declare(**two, by=pair.mentee)
    assert rows_of(pair, pair.coordinator) == [ROW]


def test_staff_who_are_one_of_the_two_do_not_read_that_they_were_said_to_know_each_other(pair):
    """Given a mentor who is a co-ordinator too, when it was decided that they go on, then their own page is silent."""
    match = together(pair, pair.volunteer, pair.young_person)
    two = {"scheme": pair.scheme, "volunteer": pair.volunteer, "young_person": pair.young_person, "kind": "know"}
    actions.conflict_declare(**two, by=pair.mentee)
    conflict_decide(match=match, goes_on=True, because="Same school, years apart", by=pair.coordinator)
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    page = words(pair.client(pair.mentor).get(reverse("matching:match_show", args=[pair.scheme.slug, match.pk])))
    assert "They know each other" not in page and "Same school" not in page


def test_neither_of_the_two_decides(pair):
    match = together(pair, pair.volunteer, pair.young_person)
    two = {"scheme": pair.scheme, "volunteer": pair.volunteer, "young_person": pair.young_person, "kind": "know"}
    actions.conflict_declare(**two, by=pair.mentee)
    with pytest.raises(Refused, match="about you"):
        conflict_decide(match=match, goes_on=True, because="All fine", by=pair.mentor)
