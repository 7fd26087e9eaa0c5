"""L4: the review has its day from the start; both are asked; what was decided happens, and the next has its day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing.actions.reviewing import reviews_set
from matching.pairing.models import Match
from matching.relationships.agreements.queries import agreement_in_force, newest_agreement
from matching.relationships.home import today_rows
from matching.relationships.links import pair_links
from matching.relationships.queries import reviews_due
from matching.relationships.reviews import actions, queries
from matching.relationships.reviews.rules import full_review_days, full_review_months, next_review_on, review_between
from matching.reminders import review_due
from mentoring.transitions import Refused
from schemes.people.models import Volunteer


@given(held=st.dates(date(2024, 1, 1), date(2035, 1, 1)), every=st.integers(7, 200))
def test_l4_the_next_review_is_on_a_working_day_and_never_early(held, every):
    following = next_review_on(held, every)
    assert following.weekday() < 5
    assert 0 <= (following - held).days - every <= 2


def hold(pair, decision, held_on=None):
    review = queries.review_next(pair.match)
    return actions.review_hold(
        review=review, decision=decision, held_on=held_on or timezone.localdate(), notes="Both like it.",
        by=pair.coordinator,
    )  # fmt: skip


def ahead(pair) -> list:
    """The full months of the reviews that are open, in their order; None for one in between."""
    return list(pair.match.reviews.filter(held_on__isnull=True).values_list("full_at_months", flat=True))


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
    assert queries.review_asked(Match.objects.get(pk=pair.match.pk), timezone.localdate() + timedelta(days=400)) is None
    assert not reviews_due(timezone.now() + timedelta(days=400)).exists()


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


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 3, 2), 3, date(2026, 6, 2)),
        (date(2026, 11, 30), 3, date(2027, 3, 1)),  # the last of February is a Sunday
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 14), 24, date(2028, 1, 14)),
    ],
)
def test_s14_a_full_review_falls_so_many_months_later_on_a_working_day(start, months, due):
    assert full_review_days(start, [months]) == {months: due}


def test_s14_a_scheme_writes_its_full_reviews_as_it_likes():
    assert full_review_months("12,3,3,0,6") == (3, 6, 12)
    assert full_review_months("") == ()


def test_s14_a_shorter_review_stands_back_where_a_full_one_is_near():
    held = date(2026, 3, 2)
    assert review_between(held, 91, []) == next_review_on(held, 91)
    assert review_between(held, 91, [held + timedelta(days=100)]) is None
    assert review_between(held, 91, [held + timedelta(days=180)]) == next_review_on(held, 91)
    assert review_between(held, 0, [held + timedelta(days=900)]) is None
    assert review_between(held, 0, []) == next_review_on(held, 365), "full ones only, and yearly after the last"


def test_s14_full_reviews_have_their_days_once_they_are_together(pair):
    assert ahead(pair) == [3, 6, 12, 24]
    start = pair.match.introduced_on
    days = pair.match.reviews.values_list("full_at_months", "due_on")
    assert dict(days) == full_review_days(start, (3, 6, 12, 24))


def test_s14_after_half_a_year_a_shorter_one_comes_before_the_next_full_one(pair):
    for number in (3, 6):
        hold(pair, "go-on", held_on=pair.match.reviews.get(full_at_months=number).due_on)
    assert ahead(pair) == [None, 12, 24]


def test_s14_a_review_held_late_answers_those_that_were_missed(pair):
    held = hold(pair, "go-on", held_on=pair.match.reviews.get(full_at_months=6).due_on + timedelta(days=9))
    assert (held.full_at_months, ahead(pair)) == (6, [None, 12, 24])


def test_s14_a_scheme_that_wants_full_ones_only_has_no_others(pair):
    type(pair.scheme).objects.filter(pk=pair.scheme.pk).update(review_every_days=0, full_review_months="6,12")
    pair.match.reviews.all().delete()
    pair.match.scheme.refresh_from_db()
    reviews_set(pair.match, timezone.localdate())
    assert ahead(pair) == [6, 12]
    hold(pair, "go-on", held_on=queries.review_next(pair.match).due_on)
    assert ahead(pair) == [12]


def test_s14_the_page_says_which_review_it_is(pair):
    address = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    assert "3-month review" in pair.client(pair.coordinator).get(address).content.decode()


def test_p8_nobody_reads_or_decides_the_review_of_their_own_pair(pair):
    """Staff who are one of the two neither read what the other wrote nor hold the review; they say how it is."""
    review = queries.review_next(pair.match)
    actions.review_say(review=review, view="She listens to me.", by=pair.mentee)
    Volunteer.objects.filter(pk=pair.volunteer.pk).update(user=pair.coordinator)
    desk = pair.client(pair.coordinator)
    names, args = ("matching:review_hold", "matching:review_begin"), [pair.scheme.slug, review.pk]
    pages = [reverse(name, args=args) for name in names]
    assert desk.get(pages[0]).status_code == 404
    assert desk.post(pages[1]).status_code == 404
    review = queries.review_next(Match.objects.get(pk=pair.match.pk))
    for do in (
        lambda: actions.review_begin(review=review, by=pair.coordinator),
        lambda: actions.review_hold(review=review, decision="end", held_on=review.due_on, by=pair.coordinator),
    ):
        with pytest.raises(Refused, match="This is about you"):
            do()
    shown = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    page = desk.get(shown).content.decode()
    assert "3-month review" in page
    assert [one in page for one in pages] == [False, False]
    other = pair.manager
    actions.review_hold(review=review, decision="go-on", held_on=review.due_on, notes="Jay is shy of her.", by=other)
    page = desk.get(shown).content.decode()
    assert "go on" in page
    assert "She listens" not in page
    assert "shy of her" not in page


def test_p8_of_their_own_review_they_are_asked_as_one_of_the_two_and_not_as_staff(pair):
    review = queries.review_next(pair.match)
    at = timezone.now() + (review.due_on - timezone.localdate()) + timedelta(days=20)
    day = timezone.localdate(at)

    def rows():
        return [row.words for row in today_rows(pair.actor(pair.coordinator), day) if "review" in row.words]

    def steps():
        return {due.step for due in review_due(at) if due.recipient_id == pair.coordinator.pk}

    assert len(rows()) == 1
    assert steps() == {"overdue"}
    Volunteer.objects.filter(pk=pair.volunteer.pk).update(user=pair.coordinator)
    assert rows() == []
    assert steps() == {"asked again"}
