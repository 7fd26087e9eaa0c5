"""L7: a mentor tells that they will be away, or that something changes; it is answered, and it is a sign."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching import reminders
from matching.cover.home import today_rows
from matching.cover.news import actions
from matching.cover.news.models import MentorNews
from matching.models import Match
from matching.tests.cover.conftest import planned, words
from matching.warning.queries import watched
from matching.warning.signs import Change, Told, signs_of
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant

LIFE = {"kind": "health", "from_on": "1 March 2027", "means": "fewer", "words": "Quartzill."}


def tell(pair, kind="job", means="", start=20, by=None):
    return actions.news_tell(
        volunteer=pair.volunteer, kind=kind, from_on=pair.day(start), means=means, words="Quartzill.",
        by=by or pair.mentor,
    )  # fmt: skip


def rows(pair, user) -> list[str]:
    return [row.words for row in today_rows(pair.actor(user), timezone.localdate())]


def desk(pair, news) -> str:
    return reverse("matching:news_answer", args=[pair.scheme.slug, news.pk])


def test_l7_told_on_a_phone_answered_and_read(pair):
    with pair.on(2):
        mine = reverse("matching:life_change_tell", args=[pair.volunteer.pk])
        assert mine in words(pair, pair.mentor)
        page = words(pair, pair.mentor, mine)
        assert "Your young person sees nothing of it." in page and reading_age_of_page(page) <= 12
        pair.client(pair.mentor).post(mine, LIFE)
        news = MentorNews.objects.get()
        assert rows(pair, pair.coordinator) == ["Something changes for Zofia: say what happens now"]
        assert "Quartzill." in words(pair, pair.coordinator, desk(pair, news))
        pair.client(pair.coordinator).post(desk(pair, news), {"answer": "I ring you on Thursday."})
        assert rows(pair, pair.coordinator) == []
        assert "I ring you on Thursday." in words(pair, pair.mentor)
        pair.client(pair.mentor).post(reverse("matching:news_read", args=[news.pk]))
        assert "I ring you on Thursday." not in words(pair, pair.mentor)


def test_l7_days_away_lead_to_a_pause_with_these_days(pair):
    with pair.on(2):
        away = reverse("matching:away_tell", args=[pair.volunteer.pk])
        pair.client(pair.mentor).post(away, {"from_on": "12 February 2027", "until_on": "22 February 2027"})
        news = MentorNews.objects.get()
        assert rows(pair, pair.coordinator) == ["Zofia will be away: say what happens now"]
        plan = reverse("matching:pause_plan", args=[pair.scheme.slug, pair.match.pk]) + f"?news={news.pk}"
        assert plan in words(pair, pair.coordinator, desk(pair, news))
        page = words(pair, pair.coordinator, plan)
        assert "12 February 2027" in page and "22 February 2027" in page
        assert "12 February 2027" not in words(pair, pair.coordinator, plan + "0")


def test_l7_the_last_day_comes_after_the_first_and_one_of_a_kind_is_open(pair):
    with pair.on(2):
        away = reverse("matching:away_tell", args=[pair.volunteer.pk])
        answer = pair.client(pair.mentor).post(away, {"from_on": "12 February 2027", "until_on": "11 February 2027"})
        assert "The last day comes before the first" in answer.content.decode()
        news = tell(pair)
        with pytest.raises(Refused, match="told us this already"):
            tell(pair)
        pair.client(pair.mentor).post(reverse("matching:news_take_back", args=[news.pk]))
        tell(pair)


def test_roles_only_co_ordinators_read_it_and_nobody_of_themselves_or_their_own_mentor(pair):
    with pair.on(2):
        news = tell(pair)
        for who in ("manager", "lead", "supervisor", "trainer", "mentee", "peer", "outsider", "site_admin"):
            assert not MentorNews.objects.visible_to(pair.actor(getattr(pair, who))).exists(), who
        for who in (pair.mentor, pair.mentee):
            membership_grant(scheme=pair.scheme, user=who, role="coordinator", by=pair.manager)
            assert pair.client(who).get(desk(pair, news)).status_code == 404
            assert rows(pair, who) == []
            with pytest.raises(Refused, match="about you"):
                actions.news_answer(news=news, answer="Yes.", by=who)
        told = {due.recipient_id for due in reminders.news_waits(timezone.now())}
        assert told == {pair.coordinator.pk}
        with pytest.raises(Refused, match="mentor themselves"):
            tell(pair, kind="home", by=pair.coordinator)


def test_l7_the_young_person_learns_nothing_of_it(pair):
    with pair.on(2):
        tell(pair, means="end-well")
        page = words(pair, pair.mentee)
        told = page.lower().split("<main")[1].split("what others see")[0]
        assert "quartzill" not in told and "chang" not in told


@pytest.mark.parametrize(("days", "steps"), [(0, {""}), (2, {""}), (3, {"late"})])
def test_reminders_the_co_ordinator_hears_at_once_and_again_when_it_is_late(pair, days, steps):
    with pair.on(2):
        tell(pair)
    with pair.on(2 + days):
        assert {due.step for due in reminders.news_waits(timezone.now())} == steps


def test_l7_pauses_that_need_a_word_stand_on_the_first_page(pair, django_assert_num_queries):
    with pair.on(10):
        planned(pair)
        assert rows(pair, pair.coordinator) == []
    with pair.on(13):
        assert rows(pair, pair.coordinator) == ["The pause of Zofia and Jay ends on 22 February"]
        tell(pair)
        actor = pair.actor(pair.coordinator)
        with django_assert_num_queries(1):
            found = today_rows(actor, timezone.localdate())
        assert len(found) == 2 and "Quartzill" not in str(found)
    with pair.on(21):
        assert "Are Zofia and Jay together again? Their pause was to be over on 22 February" in rows(
            pair, pair.coordinator
        )
        assert rows(pair, pair.lead) == rows(pair, pair.mentor) == []


# --- the sign (R10)

TODAY = date(2027, 3, 10)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("change", "tone", "since", "evidence"),
    [
        (None, None, None, ""),
        (Change(ago(6), TODAY, "fewer"), "warn", ago(6), "thinks it means: meet less often."),
        (Change(ago(6), TODAY), "warn", ago(6), "Zofia told us that something changes for them."),
        (Change(ago(7), TODAY, "fewer"), "bad", TODAY, "On 3 March Zofia told us"),
        (Change(ago(1), TODAY, "end-well"), "bad", ago(1), "a good end."),
        (Change(ago(40), ago(3), "fewer", is_answered=True), "warn", ago(3), "Since 7 March something is different"),
    ],
)
def test_r10_a_change_in_the_mentors_life_is_a_sign_with_what_to_do_and_never_what_it_is_about(
    fine, change, tone, since, evidence
):
    found = signs_of(replace(fine, change=change))
    assert [(sign.key, sign.tone, sign.since) for sign in found] == ([("change", tone, since)] if change else [])
    assert all(evidence in sign.evidence and "Jay" in sign.do for sign in found)


@pytest.fixture
def fine():
    return Told(
        mentor="Zofia", mentee="Jay", today=TODAY, introduced_on=TODAY - timedelta(days=90), rhythm_days=7,
        last_met_on=TODAY,
    )  # fmt: skip


def test_r10_on_real_records_it_stands_until_it_is_answered_and_once_more_when_it_has_come_about(pair):
    def keys() -> dict:
        found = watched(Match.objects.filter(pk=pair.match.pk), timezone.now())
        return {sign.key: sign.tone for row in found for sign in row.signs if sign.key == "change"}

    with pair.on(2):
        tell(pair, kind="away")
        assert keys() == {}, "days away are planned, and no change"
        news = tell(pair, kind="health", start=20)
        assert keys() == {"change": "warn"}
    with pair.on(9):
        assert keys() == {"change": "bad"}
        actions.news_answer(news=news, answer="We talk on Thursday.", by=pair.coordinator)
        assert keys() == {}
    with pair.on(20):
        assert keys() == {"change": "warn"}
    with pair.on(48):
        assert keys() == {}


def test_r10_supervisor_and_lead_see_that_and_not_what(pair):
    with pair.on(2):
        tell(pair, kind="health", means="pause")
        for who in (pair.lead, pair.supervisor, pair.coordinator):
            page = words(pair, who, reverse("matching:sign_list", args=[pair.scheme.slug]))
            assert "thinks it means: a break." in page
            assert "health" not in page.lower() and "Quartzill" not in page
