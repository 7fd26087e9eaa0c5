"""L4: the review has its day from the start; both are asked; what was decided happens, and the next has its day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing.models import Match
from matching.relationships.agreements.queries import agreement_in_force, newest_agreement
from matching.relationships.links import pair_links
from matching.relationships.reviews import actions, queries
from matching.relationships.reviews.rules import next_review_on
from mentoring.transitions import Refused


@given(held=st.dates(date(2024, 1, 1), date(2035, 1, 1)), every=st.integers(7, 200))
def test_l4_the_next_review_is_on_a_working_day_and_never_early(held, every):
    following = next_review_on(held, every)
    assert following.weekday() < 5
    assert 0 <= (following - held).days - every <= 2


def hold(pair, decision):
    review = queries.review_next(pair.match)
    return actions.review_hold(
        review=review, decision=decision, held_on=timezone.localdate(), notes="Both like it.", by=pair.coordinator
    )


def state(pair):
    return Match.objects.get(pk=pair.match.pk).state


def test_l4_go_on_brings_them_back_together_and_sets_the_next_day(pair):
    held = hold(pair, "go-on")
    following = queries.review_next(pair.match)
    assert (state(pair), held.held_by) == ("active", pair.coordinator)
    assert following.due_on == next_review_on(held.held_on, pair.scheme.review_every_days)
    assert "under-review" in pair.match.state_changes.values_list("to_state", flat=True)


def test_l4_a_change_opens_the_agreement_again_while_the_signed_one_holds(pair):
    signed = agreement_in_force(pair.match)
    hold(pair, "change")
    newest = newest_agreement(pair.match)
    assert (newest.version, newest.is_signed) == (signed.version + 1, False)
    assert "review on" in newest.change_asked
    assert agreement_in_force(pair.match) == signed
    assert state(pair) == "active"


def test_s15_an_end_decided_at_the_review_begins_the_ending_and_does_not_close(pair):
    hold(pair, "end")
    assert state(pair) == "ending"
    assert queries.review_next(pair.match) is None


def test_l4_a_review_is_held_once(pair):
    review = queries.review_next(pair.match)
    hold(pair, "go-on")
    with pytest.raises(Refused, match="has been held"):
        actions.review_hold(review=review, decision="end", held_on=timezone.localdate(), by=pair.coordinator)
    assert state(pair) == "active"


def test_l4_both_are_asked_two_weeks_before_and_at_once_when_the_review_begins(pair):
    review, today = queries.review_next(pair.match), timezone.localdate()
    assert queries.review_asked(pair.match, review.due_on - timedelta(days=15)) is None
    assert queries.review_asked(pair.match, review.due_on - timedelta(days=14)) == review
    actions.review_begin(review=review, by=pair.coordinator)
    pair.match.refresh_from_db()
    assert queries.review_asked(pair.match, today) == review
    assert [link.waiting for link in pair_links(pair.match, pair.mentee, today) if "Review" in link.label] == [True]


def test_l4_each_says_alone_how_it_is_and_the_other_does_not_read_it(pair):
    mine = reverse("matching:review_say", args=[pair.match.pk])
    pair.client(pair.mentee).post(mine, {"view": "She listens to me."})
    pair.client(pair.mentor).post(mine, {"view": "He opens up slowly."})
    review = queries.review_next(pair.match)
    assert (review.mentee_view, review.mentor_view) == ("She listens to me.", "He opens up slowly.")
    assert b"She listens" in pair.client(pair.mentee).get(mine).content
    assert b"She listens" not in pair.client(pair.mentor).get(mine).content
    assert b"opens up" not in pair.client(pair.mentee).get(mine).content


def test_nobody_else_says_how_it_is_for_one_of_the_two(pair):
    with pytest.raises(Refused, match="Only the two"):
        actions.review_say(review=queries.review_next(pair.match), view="Fine.", by=pair.coordinator)


def test_the_co_ordinator_reads_both_and_writes_down_what_was_decided(pair):
    review = queries.review_next(pair.match)
    actions.review_say(review=review, view="She listens to me.", by=pair.mentee)
    address = reverse("matching:review_hold", args=[pair.scheme.slug, review.pk])
    browser = pair.client(pair.coordinator)
    assert b"She listens to me." in browser.get(address).content
    assert browser.post(address, {"held_on": "today", "decision": ""}).status_code == 422
    browser.post(address, {"held_on": "today", "decision": "go-on", "notes": ""})
    review.refresh_from_db()
    assert review.decision == "go-on"


def test_a_supervisor_reads_dates_and_decisions_on_the_match_but_not_what_each_wrote(pair):
    actions.review_say(review=queries.review_next(pair.match), view="She listens to me.", by=pair.mentee)
    hold(pair, "go-on")
    address = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    assert b"She listens" in pair.client(pair.lead).get(address).content
    seen = pair.client(pair.supervisor).get(address)
    assert (seen.status_code, b"She listens" in seen.content, b"go on" in seen.content) == (200, False, True)
