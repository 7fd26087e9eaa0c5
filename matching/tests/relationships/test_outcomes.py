"""What became of a session: held, cut short, missed or called off, why and by whom; what kind, what about (S13, W2)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, MentoringSession
from matching.pairing.actions import match_introduce
from matching.relationships import actions
from matching.relationships.outcomes import fitting, left_unsaid, outcome_words
from matching.relationships.queries import contact_of
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed
from matching.tests.relationships.phone import log_url, typed, words
from mentoring.transitions import Refused


@pytest.mark.parametrize(
    "outcome, said, missing",
    [
        ("held", {"minutes": 60}, []),
        ("held", {}, ["minutes"]),
        ("partly", {"minutes": 10}, ["reason"]),
        ("missed-mentee", {}, ["reason"]),
        ("missed-mentor", {"reason": "ill"}, []),
        ("called-off", {"reason": "ill"}, ["called_off_by"]),
        ("called-off", {"reason": "not-said", "called_off_by": "scheme"}, []),
    ],
)
def test_s13_what_has_to_be_said_of_each_outcome(outcome, said, missing):
    blank = {"minutes": None, "reason": "", "called_off_by": ""}
    assert list(left_unsaid(outcome, **blank | said)) == missing


def test_s13_what_does_not_belong_to_the_answer_is_left_out():
    everything = {
        "minutes": 60, "reason": "ill", "called_off_by": "mentee", "mentor_feeling": "good", "topics": ["home"],
        "home_safe": True, "kind": "group",
    }  # fmt: skip
    held = fitting({"outcome": "held", **everything})
    assert (held["reason"], held["called_off_by"], held["minutes"], held["home_safe"]) == ("", "", 60, True)
    missed = fitting({"outcome": "missed-mentee", **everything})
    assert (missed["minutes"], missed["mentor_feeling"], missed["topics"], missed["home_safe"]) == (None, "", [], None)
    assert missed["reason"] == "ill"
    assert fitting({"outcome": "held", **everything, "kind": "one-to-one"})["home_safe"] is None


def test_s13_the_words_say_by_whom_and_blame_nobody():
    names = {"mentee": "Jay", "mentor": "You"}
    assert outcome_words("called-off", "mentor", **names) == "You called it off"
    assert outcome_words("called-off", "", **names) == "Called off"
    assert outcome_words("missed-mentee", "", **names) == "Jay could not come"


@pytest.mark.django_db
def test_s13_a_missed_one_asks_what_came_up_and_each_reads_who(pair, phone):
    answer = phone.post(log_url(pair), typed(outcome="called-off", reason=""))
    assert "Choose what came up." in words(answer)
    assert "Choose who called it off." in words(answer)
    phone.post(log_url(pair), typed(outcome="called-off", reason="travel", called_off_by="mentor"))
    session = pair.match.mentoringsessions.get()
    assert (session.reason, session.called_off_by, session.minutes) == ("travel", "mentor", None)
    address = reverse("matching:session_list_mine", args=[pair.match.pk])
    assert "You called it off" in words(phone.get(address))
    theirs = words(pair.client(pair.mentee).get(address))
    assert "Zofia called it off" in theirs
    assert "Travel" in theirs


@pytest.mark.django_db
def test_w2_r5_a_workshop_with_its_topics_is_read_by_both_and_how_they_got_home_by_staff(pair, phone):
    away = {"kind": "workshop", "topics": ["money", "home"], "home_safe": "no"}
    assert phone.post(log_url(pair), typed(**away)).status_code == 302
    session = pair.match.mentoringsessions.get()
    assert (session.kind, session.home_safe) == ("workshop", False)
    address = reverse("matching:session_list_mine", args=[pair.match.pk])
    theirs = words(pair.client(pair.mentee).get(address))
    assert "A workshop" in theirs
    assert "About: Home, Money" in theirs
    desk = reverse("matching:session_list", args=[pair.scheme.slug, pair.match.pk])
    assert "did not know whether they got home safely" in words(pair.client(pair.coordinator).get(desk))


@pytest.mark.django_db
def test_e6_a_mentor_who_does_not_know_whether_somebody_got_home_reads_what_to_do(pair, phone):
    page = phone.post(log_url(pair), typed(kind="visit", home_safe="no"), follow=True)
    assert "Call Jay now. If you can’t reach them, ring your co-ordinator." in words(page)


@pytest.mark.django_db
def test_s13_what_is_not_on_the_list_is_refused(pair, phone):
    assert phone.post(log_url(pair), typed(topics=["gossip"])).status_code == 422
    assert phone.post(log_url(pair), typed(kind="party")).status_code == 422


@pytest.mark.django_db
def test_s13_one_that_was_cut_short_counts_as_having_met(cast):
    volunteer, young_person = mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person)
    match = may_be_introduced(cast, accepted(cast, proposed(cast, volunteer, young_person)))
    match = match_introduce(match=match, by=cast.coordinator)
    at = timezone.now()
    said = {"match": match, "outcome": "partly", "reason": "ill", "channel": "in-person", "by": cast.mentor}
    with pytest.raises(Refused, match="how long"):
        actions.session_log(planned_at=at, **said)
    session = actions.session_log(planned_at=at, minutes=10, **said)
    assert Match.objects.get(pk=match.pk).state == "active"
    assert contact_of(match, at + timedelta(days=14)) is None
    actions.session_feel(session=session, feeling="ok", by=cast.mentee)


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"reason": "ill"}, {"called_off_by": "mentor"}])
def test_s13_the_database_holds_that_a_reason_fits_its_outcome(pair, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        MentoringSession.objects.create(match=pair.match, planned_at=timezone.now(), outcome="held", **wrong)
