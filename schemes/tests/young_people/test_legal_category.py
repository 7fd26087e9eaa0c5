"""S10, standards 2.3: the legal category from dates, against cases worked out by hand from the Acts named."""

from datetime import date

import pytest

from schemes.young_people.legal_category import Spell, birthday, legal_category

BORN = date(2008, 6, 15)  # 14 on 15 June 2022, 16 on 15 June 2024, 18 on 15 June 2026, 21 in 2029, 25 in 2033


def d(text: str) -> date:
    return date.fromisoformat(text)


#: What | the day | stretches from..until, in care unless another kind is named | the category on that day
CASES = """
# still a child
in care at 12 | 2020-07-01 | 2019-01-01.. | looked-after
in care the day before 16 | 2024-06-14 | 2019-01-01.. | looked-after
left care at 15 | 2024-01-01 | 2019-01-01..2023-07-01 | none
# eligible
in care since 8, on the 16th birthday | 2024-06-15 | 2017-01-01.. | eligible
the day before 18 | 2026-06-14 | 2017-01-01.. | eligible
90 days at 16 | 2024-09-29 | 2024-07-02.. | looked-after
91 days at 16 | 2024-09-30 | 2024-07-02.. | eligible
days before 14 do not count | 2024-07-01 | 2021-01-01..2022-06-15, 2024-06-20.. | looked-after
two stretches that make 91 days | 2024-07-30 | 2023-01-01..2023-03-03, 2024-07-01.. | eligible
two stretches that make 90 days | 2024-07-30 | 2023-01-01..2023-03-02, 2024-07-01.. | looked-after
stretches that overlap count once | 2024-07-30 | 2024-06-01.., 2024-06-10.. | looked-after
short breaks do not count | 2024-10-30 | 2022-07-01..2024-06-01 short-breaks, 2024-10-01.. | looked-after
# relevant
left care at 16 and a half | 2025-03-01 | 2020-01-01..2024-12-15 | relevant
left care on the 16th birthday | 2024-07-01 | 2020-01-01..2024-06-15 | relevant
left care the day before 16 | 2024-07-01 | 2020-01-01..2024-06-14 | none
in custody at 16, from care | 2024-09-01 | 2023-01-01..2024-05-01, 2024-05-01.. detained | relevant
in custody at 16, long after care | 2024-09-01 | 2022-07-01..2023-05-01, 2024-05-01.. detained | none
in custody at 16, from 80 days of care | 2024-09-01 | 2024-02-11..2024-05-01, 2024-05-01.. detained | none
home for five months | 2025-05-14 | 2020-01-01..2024-12-15, 2024-12-15.. at-home | relevant
home for six months | 2025-06-15 | 2020-01-01..2024-12-15, 2024-12-15.. at-home | qualifying
home for six months, then it broke down | 2025-09-01 | 2020-01-01..2024-12-15, 2024-12-15..2025-08-01 at-home | relevant
left at 16, back in care | 2025-03-01 | 2020-01-01..2024-12-15, 2025-02-01.. | eligible
# former relevant
in care until 18, on the birthday | 2026-06-15 | 2017-01-01.. | former-relevant
relevant until 18 | 2027-01-01 | 2020-01-01..2024-12-15 | former-relevant
at 24 | 2033-06-14 | 2017-01-01.. | former-relevant
at 25 | 2033-06-15 | 2017-01-01.. | none
in care 91 days before 18 | 2026-07-01 | 2026-03-16.. | former-relevant
in care 90 days before 18 | 2026-07-01 | 2026-03-17.. | qualifying
# qualifying
ten weeks of care at 17 | 2025-12-01 | 2025-07-01..2025-09-09 | qualifying
settled at home at 17, now 19 | 2027-12-01 | 2020-01-01..2024-12-15, 2024-12-15.. at-home | qualifying
guardian from care at 10, now 17 | 2025-12-01 | 2014-01-01..2018-09-01, 2018-09-01.. guardian | qualifying
guardian from care, now 19 | 2027-12-01 | 2014-01-01..2018-09-01, 2018-09-01.. guardian | qualifying
guardian a year after care | 2025-12-01 | 2014-01-01..2017-09-01, 2018-09-01.. guardian | none
guardian from care, ended at 15 | 2025-12-01 | 2014-01-01..2018-09-01, 2018-09-01..2023-07-01 guardian | none
privately fostered until 17 | 2025-12-01 | 2023-01-01..2025-09-01 privately-fostered | qualifying
privately fostered until 15 | 2025-12-01 | 2021-01-01..2023-09-01 privately-fostered | none
still privately fostered at 17 | 2025-12-01 | 2023-01-01.. privately-fostered | none
placed by health for four months at 16 | 2025-12-01 | 2024-07-01..2024-11-01 other-place | qualifying
placed by health for two months at 16 | 2025-12-01 | 2024-07-01..2024-09-01 other-place | none
# what dates cannot tell
qualifying, now 21: education is asked for | 2029-06-15 | 2025-07-01..2025-09-09 | cannot tell
no dates | 2026-07-01 |  | cannot tell
care that has not begun | 2024-07-01 | 2024-08-01.. | cannot tell
"""


def rows():
    lines = [line for line in CASES.strip().splitlines() if not line.startswith("#")]
    return [[part.strip() for part in line.split("|")] for line in lines]


def stretch(text: str) -> Spell:
    days, _, kind = text.strip().partition(" ")
    began, _, ended = days.partition("..")
    kind = {"": "looked-after", "guardian": "special-guardian"}.get(kind, kind)
    return Spell(kind, d(began), d(ended) if ended else None)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_s10_the_category_is_what_the_act_says(row):
    _, today, spells, expected = row
    known = [stretch(text) for text in spells.split(",") if text.strip()]
    found = legal_category(nation="england", born_on=BORN, spells=known, today=d(today))
    assert (found.category or "cannot tell") == expected, found.because
    assert found.because, "it always says why"


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern-ireland"])
def test_s10_other_nations_are_not_guessed(nation):
    found = legal_category(nation=nation, born_on=BORN, spells=[stretch("2017-01-01")], today=d("2025-01-01"))
    assert found.category == ""
    assert "Not worked out here" in found.because[0]


def test_s10_without_a_date_of_birth_nothing_is_guessed():
    found = legal_category(nation="england", born_on=None, spells=[stretch("2017-01-01")], today=d("2025-01-01"))
    assert (found.category, found.because) == ("", ("The date of birth is not known.",))


@pytest.mark.parametrize(("age", "day"), [(16, "2024-02-29"), (18, "2026-03-01"), (14, "2022-03-01")])
def test_whoever_was_born_on_29_february_is_older_on_1_march(age, day):
    assert birthday(d("2008-02-29"), age) == d(day)


def test_s10_born_on_29_february_former_relevant_from_1_march():
    asked = {"nation": "england", "born_on": d("2008-02-29"), "spells": [stretch("2017-01-01")]}
    assert legal_category(**asked, today=d("2026-02-28")).category == "eligible"
    assert legal_category(**asked, today=d("2026-03-01")).category == "former-relevant"
