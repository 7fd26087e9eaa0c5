"""`{% chart finding %}` puts a chart on a page or in a PDF: the finding, the picture, the figures beneath."""

from django import template

from mentoring.web.charts import Chart

register = template.Library()


@register.inclusion_tag("components/chart.html")
def chart(chart: Chart, note: str = "", folded: bool = False) -> dict:
    """note: how many the figures rest on, what they leave out ("12 of 14 matches; 2 have no start date").
    folded: the figures wait behind a line to press, where many pictures stand on one page."""
    return {"chart": chart, "note": note, "folded": folded}


@register.inclusion_tag("components/fact_table.html")
def fact_table(rows) -> dict:
    """Figures in words, one a line: (label, text) pairs."""
    return {"rows": rows}
