"""Charts: one picture for screen and paper, safe under the strict CSP, told in words and figures too."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from mentoring.web.charts import (
    Bar,
    Budget,
    Span,
    bands,
    bars,
    funnel,
    planned_actual,
    scale,
    survival_curve,
    timeline,
    trend,
)

HOSTILE = '"><script>alert(1)</script> & Söhne'
TODAY = date(2026, 7, 8)
CHARTS = {
    "bars": bars(HOSTILE, [Bar(HOSTILE, 9, note="since May"), Bar("b", None, "fewer than 5"), Bar("c", 0)]),
    "trend": trend(HOSTILE, [("2024", 88), (HOSTILE, None), ("2026", 119)]),
    "survival": survival_curve(HOSTILE, [(90, 0.8, 0.5, 0.9), (200, 0.5, 0.2, 0.7)], longest=400, median=200),
    "funnel": funnel(HOSTILE, [Bar("Enquired", 20), Bar(HOSTILE, 12, note="60 % go on")]),
    "budget": planned_actual(HOSTILE, [Budget(HOSTILE, 100, 150)]),
    "timeline": timeline(HOSTILE, [Span(HOSTILE, date(2026, 5, 1), date(2026, 6, 1))], today=TODAY),
    "scale": scale(HOSTILE, 7, before=4, ends=(HOSTILE, "completely")),
    "no bars": bars("Nothing yet", []),
    "no trend": trend("Nothing yet", []),
    "no survival": survival_curve("Nothing yet", [], longest=0, median=None),
    "no timeline": timeline("Nothing yet", [], today=TODAY),
}


@pytest.fixture(params=CHARTS, name="chart")
def each_chart(request):
    return CHARTS[request.param]


def test_every_chart_is_well_formed_and_says_its_finding_as_title(chart):
    root = ElementTree.fromstring(chart.svg)

    assert root.get("role") == "img"
    assert root[0].tag.endswith("title") and root[0].text == chart.title
    assert root[1].tag.endswith("desc")


def test_no_chart_carries_script_style_or_a_way_out_of_the_page(chart):
    for element in ElementTree.fromstring(chart.svg).iter():
        assert element.tag.rpartition("}")[2] in {
            *("svg", "title", "desc", "text", "rect", "line", "circle", "polygon", "polyline"),
        }
        assert not {"style", "id", "href", "onclick"} & set(element.attrib)


def test_every_row_of_the_table_has_as_many_cells_as_the_head(chart):
    assert all(len(row) == len(chart.headings) for row in chart.rows)


def test_s16_a_hidden_figure_has_the_same_bar_whatever_it_hides():
    few = bars("t", [Bar("a", None, "hidden"), Bar("b", 40)])

    (dashed,) = re.findall(r'<rect class="withheld"[^>]*width="([\d.]+)"', few.svg)
    (full,) = re.findall(r'<rect class="now"[^>]*width="([\d.]+)"', few.svg)
    assert float(dashed) == pytest.approx(float(full) / 4, abs=0.01)
    assert few.rows[0] == ("a", "hidden")


def test_s1_a_year_without_a_figure_is_a_gap_that_is_named_not_a_line_through_it():
    chart = trend("t", [("2023", 88), ("2024", None), ("2025", 119), ("2026", 120)])

    assert chart.svg.count('class="past-line"') == 1
    assert ("2024", "not published") in chart.rows


def test_s4_the_plan_says_what_is_late_and_what_overspends():
    late = timeline("t", [Span("Find a venue", date(2026, 5, 1), date(2026, 7, 1))], today=TODAY)
    over = planned_actual("t", [Budget("Training", 100, 150)])

    assert late.rows == (("Find a venue", "1 May 2026", "1 Jul 2026", "7 days late"),)
    assert 'class="over"' in late.svg
    assert 'class="over"' in over.svg
    assert over.rows == (("Training", "100", "150", "-50"),)


def test_s16_the_curve_is_read_off_at_whole_months():
    chart = CHARTS["survival"]

    assert chart.rows[0][:2] == ("2 months", "100%")
    assert chart.rows[1] == ("4 months", "80%", "50% to 90%")
    assert "half last 7 months or more" in chart.svg


def test_answers_on_a_short_scale_stand_in_lines_of_their_own_and_a_gap_is_not_bridged():
    words = ("No", "A little", "Mostly", "Yes")
    chart = bands(
        "It goes up",
        ["3 May", "17 May", "31 May"],
        [("Feels heard", [1, None, 4], words), ("It is", [None] * 3, words)],
    )
    assert chart.rows[0] == ("3 May", "No", "–")
    assert chart.rows[1][1] == "–"
    assert chart.svg.count("<circle") == 2
    assert "past-line" not in chart.svg
    assert ">Yes<" in chart.svg
