"""S9, safer recruitment: the last five years, gaps asked about, time abroad."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.recruitment.history.actions import history_gap_explain, history_keep
from schemes.recruitment.history.gaps import NOTHING_YET, Span, asked_since, gaps, read_month, span_words
from schemes.recruitment.history.queries import open_gaps
from schemes.recruitment.models import HistorySpell
from schemes.recruitment.queries import history_gaps_open, overseas_stays

TODAY = date(2026, 11, 22)
SINCE = date(2021, 11, 22)


def day(words: str) -> date:
    return date.fromisoformat(words)


def known(*spans: str) -> list:
    """ "2021-01-01/2022-12-31" or "2024-01-01/" for something that goes on."""
    parts = [span.split("/") for span in spans]
    return [(day(first), day(last) if last else None) for first, last in parts]


# --- the rule, over plain values ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (["2015-01-01/"], []),
        ([], [(SINCE, TODAY)]),
        (["2015-01-01/2022-12-31", "2023-01-01/"], []),
        (["2015-01-01/2022-12-31", "2023-01-29/"], [(day("2023-01-01"), day("2023-01-28"))]),
        (["2015-01-01/2022-12-31", "2023-01-28/"], []),
        (["2015-01-01/2023-01-31", "2023-03-01/"], [(day("2023-02-01"), day("2023-02-28"))]),
        (["2023-01-01/", "2015-01-01/2022-11-30"], [(day("2022-12-01"), day("2022-12-31"))]),
        (["2015-01-01/2024-12-31", "2022-01-01/2022-06-30", "2025-01-01/"], []),
        (["2015-01-01/2026-10-25"], [(day("2026-10-26"), TODAY)]),
        (["2015-01-01/2026-10-31"], []),
        (["2022-03-01/"], [(SINCE, day("2022-02-28"))]),
        (["2010-01-01/2012-01-01", "2022-01-01/"], [(SINCE, day("2021-12-31"))]),
        (["2030-01-01/"], [(SINCE, TODAY)]),
    ],
)
def test_a_gap_is_28_days_or_more_without_a_word(spans, expected):
    assert gaps(known(*spans), SINCE, TODAY) == [Span(*gap) for gap in expected]


@pytest.mark.parametrize(
    ("born_on", "since"),
    [
        (None, SINCE),
        (day("1980-02-03"), SINCE),
        (day("2008-03-14"), day("2024-03-14")),
        (day("2008-02-29"), day("2024-02-29")),
        (day("2007-02-28"), day("2023-02-28")),
    ],
)
def test_nobody_is_asked_about_the_time_before_their_sixteenth_birthday(born_on, since):
    assert asked_since(TODAY, born_on) == since


def test_five_years_back_from_a_leap_day_is_the_28th():
    assert asked_since(date(2024, 2, 29)) == date(2019, 2, 28)


@pytest.mark.parametrize("written", ["March 2022", "mar 2022", "3/2022", "03.2022", "2022-03", " March,  2022 "])
def test_a_month_is_read_as_people_write_it(written):
    assert read_month(written) == date(2022, 3, 1)


@pytest.mark.parametrize("written", ["2022", "13/2022", "0/2022", "Mrch 2022", "3/22", "٣/2022", "9" * 400, ""])
def test_a_month_that_is_none_is_said_kindly(written):
    with pytest.raises(ValueError, match=r"Write|no such month|not a month"):
        read_month(written)


def test_months_are_told_in_words():
    assert span_words(day("2022-03-01"), day("2022-03-31")) == "March 2022"
    assert span_words(day("2022-03-01"), day("2023-06-30")) == "March 2022 to June 2023"
    assert span_words(day("2022-03-01"), None) == "March 2022 until now"


# --- the record -----------------------------------------------------------------------------------------------------
def line(first, last=None, kind="work", words="Baker, Leeds"):
    return {"kind": kind, "words": words, "from_on": day(first), "to_on": last and day(last)}


@pytest.fixture
def with_gap(cast):
    """Baker until the end of 2023, again since April 2024: three months are not told."""
    volunteer = cast.uncleared_volunteer
    spells = [line("2015-01-01", "2023-12-31"), line("2024-04-01")]
    stays = [{"country": "Spain", "from_on": day("2019-01-01"), "to_on": day("2019-12-31")}]
    stays.append({"country": "France", "from_on": day("2022-01-01"), "to_on": None})
    history_keep(volunteer=volunteer, spells=spells, stays=stays, by=cast.coordinator)
    return volunteer


def test_a_volunteer_of_whom_nothing_is_written_has_it_said_once(cast):
    assert history_gaps_open(cast.volunteer, TODAY) == [NOTHING_YET]


def test_a_gap_stays_open_until_somebody_has_asked(cast, with_gap):
    assert history_gaps_open(with_gap, TODAY) == ["Nothing is known of January 2024 to March 2024."]
    gap = open_gaps(with_gap, TODAY)[0]
    history_gap_explain(
        volunteer=with_gap, from_on=gap.first, to_on=gap.last, words="Nursed her father.", by=cast.coordinator
    )
    assert history_gaps_open(with_gap, TODAY) == []


def test_an_explanation_of_half_a_gap_leaves_the_other_half_open(cast, with_gap):
    half = {"from_on": day("2024-01-01"), "to_on": day("2024-02-15")}
    history_gap_explain(volunteer=with_gap, words="Ill.", by=cast.coordinator, **half)
    assert open_gaps(with_gap, TODAY) == [Span(day("2024-02-16"), day("2024-03-31"))]


def test_lines_that_are_put_right_leave_explanations_as_they_are(cast, with_gap):
    whole = {"from_on": day("2024-01-01"), "to_on": day("2024-03-31")}
    history_gap_explain(volunteer=with_gap, words="Ill.", by=cast.coordinator, **whole)
    spells = [line("2015-01-01", "2023-12-31"), line("2024-04-01", words="Cook")]
    history_keep(volunteer=with_gap, spells=spells, stays=[], by=cast.coordinator)
    assert history_gaps_open(with_gap, TODAY) == []
    assert overseas_stays(with_gap) == []


def test_nobody_explains_their_own_gap_and_none_without_words(cast, with_gap):
    whole = {"volunteer": with_gap, "from_on": day("2024-01-01"), "to_on": day("2024-03-31")}
    with pytest.raises(Refused):
        history_gap_explain(words=" ", by=cast.coordinator, **whole)
    with pytest.raises(Refused):
        history_gap_explain(words="Nothing to see.", by=cast.uncleared, **whole)


def test_time_abroad_is_kept_and_five_years_count(cast, with_gap):
    assert [stay.country for stay in overseas_stays(with_gap)] == ["Spain", "France"]
    assert [stay.country for stay in overseas_stays(with_gap, TODAY)] == ["France"]


def test_the_database_keeps_no_line_that_ends_before_it_begins(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        HistorySpell.objects.create(volunteer=cast.volunteer, **line("2022-05-01", "2022-04-30"))


# --- pages ----------------------------------------------------------------------------------------------------------
def url(volunteer, more=""):
    return f"/schemes/sheffield/people/volunteers/{volunteer.pk}/history/{more}"


def test_staff_ask_about_a_gap_on_its_own_page(cast, with_gap):
    client = cast.client(cast.coordinator)
    assert "January 2024 to March 2024" in client.get(url(with_gap)).content.decode()
    sent = {"from_on": "2024-01-01", "to_on": "2024-03-31"}
    short = client.post(url(with_gap, "gap/"), {**sent, "words": ""})
    assert short.status_code == 422
    assert "Write what they said" in short.content.decode()
    assert client.post(url(with_gap, "gap/"), {**sent, "words": "Ill, and well again."}).status_code == 302
    told = client.get(url(with_gap)).content.decode()
    assert "Ill, and well again." in told
    assert "Every month of the last five years is accounted for" in told


def test_lines_are_changed_by_staff_and_nothing_typed_is_lost(cast, with_gap):
    client = cast.client(cast.coordinator)
    form = client.get(url(with_gap, "edit/")).content.decode()
    assert 'value="December 2023"' in form
    wrong = {
        "spell_1_kind": "work",
        "spell_1_words": "Zookeeper",
        "spell_1_from": "May 2022",
        "spell_1_to": "April 2022",
    }
    answer = client.post(url(with_gap, "edit/"), wrong)
    assert answer.status_code == 422
    assert "Zookeeper" in answer.content.decode()
    assert "ends before it begins" in answer.content.decode()
    assert client.post(url(with_gap, "edit/"), {**wrong, "spell_1_to": "now"}).status_code == 302
    assert [spell.words for spell in with_gap.history_spells.all()] == ["Zookeeper"]


@pytest.mark.parametrize("missing", ["kind", "words", "from", "to"])
def test_a_line_begun_is_finished(cast, with_gap, missing):
    whole = {"kind": "work", "words": "Cook", "from": "May 2022", "to": "now"}
    sent = {f"spell_2_{name}": value for name, value in whole.items() if name != missing}
    assert cast.client(cast.coordinator).post(url(with_gap, "edit/"), sent).status_code == 422


def test_the_record_shows_the_gap_to_those_who_read_people_only(cast, with_gap):
    record = f"/schemes/sheffield/people/volunteers/{with_gap.pk}/"
    with_gap.supervisor = cast.supervisor
    with_gap.state_changes.create(from_state="enquired", to_state="applied")
    type(with_gap).objects.filter(pk=with_gap.pk).update(state="applied", supervisor=cast.supervisor)
    assert "January 2024 to March 2024" in cast.client(cast.coordinator).get(record).content.decode()
    seen = cast.client(cast.supervisor).get(record)
    assert seen.status_code == 200
    assert "January 2024" not in seen.content.decode()


def test_the_words_of_a_line_are_not_readable_in_the_database(cast, with_gap):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM schemes_historyspell")
        assert "Baker" not in str(cursor.fetchall())


def test_an_applicant_tells_five_years_and_sees_which_months_are_missing(cast):
    from schemes.recruitment.history.forms import HistoryForm

    sent = {"spell_1_kind": "work", "spell_1_words": "Cook", "spell_1_from": "May 2010", "spell_1_to": "3/2024"}
    sent |= {"spell_2_kind": "home", "spell_2_words": "Two babies", "spell_2_from": "7/2024", "spell_2_to": "now"}
    form = HistoryForm(sent | {"lived_abroad": "no"})
    assert form.is_valid(), form.errors
    assert (
        "Nothing is written for",
        "April 2024 to June 2024. A line about it saves a question later.",
    ) in form.in_words()


@pytest.mark.parametrize(
    ("sent", "field"),
    [({"lived_abroad": "no"}, "spell_1_kind"), ({"lived_abroad": "yes"}, "stay_1_country"), ({}, "lived_abroad")],
)
def test_an_applicant_is_asked_for_one_line_and_for_the_country(sent, field):
    from schemes.recruitment.history.forms import HistoryForm

    assert field in HistoryForm(sent).errors


def test_today_is_the_day_of_the_question(cast, with_gap):
    """A history that ended is a gap again once 28 days have gone by."""
    history_keep(
        volunteer=with_gap, spells=[line("2015-01-01", str(timezone.localdate()))], stays=[], by=cast.coordinator
    )
    assert history_gaps_open(with_gap, timezone.localdate()) == []
    assert history_gaps_open(with_gap, timezone.localdate().replace(year=timezone.localdate().year + 1)) != []
