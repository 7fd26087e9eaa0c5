"""Charts as SVG text: one message each, said in the title, with a table of the same figures for everyone.

The same picture serves screen and paper. Colours stand in the presentation attributes (light palette), which
is what WeasyPrint draws; on screen the rules of `static/css/charts.css` win over attributes and follow the
page's tokens into dark mode. No style attribute, script or id: many charts can share a page under strict CSP.
"""

from mentoring.web.charts.bands import Band, bands
from mentoring.web.charts.bars import Bar, Budget, bars, funnel, planned_actual
from mentoring.web.charts.beside import Beside, beside
from mentoring.web.charts.drawing import Chart
from mentoring.web.charts.lines import scale, survival_curve, trend
from mentoring.web.charts.timeline import Span, timeline

__all__ = [
    "Band",
    "Bar",
    "Beside",
    "Budget",
    "Chart",
    "Span",
    "bands",
    "bars",
    "beside",
    "funnel",
    "planned_actual",
    "scale",
    "survival_curve",
    "timeline",
    "trend",
]
