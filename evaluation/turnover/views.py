"""How the scheme is going: the same figures as page and as spreadsheet (S16)."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from evaluation.reports.published import published
from evaluation.reports.summary import is_it_working, objective_lines
from evaluation.turnover.forms import PeriodForm
from evaluation.turnover.queries import figures, objectives
from mentoring.web.sheets_out import csv_response
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def figures_for(request, scheme, period):
    """What this person may see of the period. Co-ordinators get no counts of concerns (roles.md)."""
    return published(figures(scheme, period), concerns=request.actor.may(Permission.CONCERN_COUNT, scheme))


@require_safe
@scheme_view(Permission.REPORT_READ)
def evaluation_show(request, scheme):
    form = PeriodForm(request.GET, scheme=scheme)
    period = form.chosen()
    found = figures_for(request, scheme, period)
    lines = objective_lines(objectives(scheme), found)
    context = {
        "form": form,
        "period": period,
        "sections": found.sections,
        "answers": is_it_working(found, lines),
        "objectives": lines,
        "may_make": request.actor.may(Permission.REPORT_MAKE, scheme),
    }
    return render(request, "evaluation/turnover/evaluation_show.html", context)


@require_safe
@scheme_view(Permission.REPORT_READ)
def evaluation_download(request, scheme):
    period = PeriodForm(request.GET, scheme=scheme).chosen()
    rows = figures_for(request, scheme, period).rows()
    name = f"figures-{scheme.slug}-{timezone.localdate():%Y-%m-%d}"
    return csv_response(name, ("Part", f"From {period}", "Figure"), rows)
