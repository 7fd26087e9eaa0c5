"""Reports: ask for one, watch it being drawn, take it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from evaluation.reports import actions
from evaluation.reports.forms import ReportAskForm
from evaluation.reports.models import Report
from evaluation.reports.tasks import nudge
from evaluation.turnover.periods import period_named
from evaluation.turnover.queries import began_on
from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

SHOWN = 50


@require_safe
@scheme_view(Permission.REPORT_READ)
def report_list(request, scheme):
    reports = Report.objects.visible_to(request.actor).defer("pdf").select_related("asked_by")[:SHOWN]
    may_make = request.actor.may(Permission.REPORT_MAKE, scheme)
    return render(request, "evaluation/reports/report_list.html", {"reports": reports, "may_make": may_make})


@scheme_view(Permission.REPORT_MAKE)
def report_ask(request, scheme):
    if request.method == "POST":
        form = ReportAskForm(request.POST)
        if form.is_valid():
            try:
                report = actions.report_ask(scheme=scheme, by=request.user, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                nudge(report)
                return redirect("evaluation:report_show", scheme=scheme.slug, key=report.pk)
    else:
        last = period_named("12-months", began_on=began_on(scheme), today=timezone.localdate())
        form = ReportAskForm(initial={"from_on": last.from_on, "to_on": last.to_on})
    return render(request, "evaluation/reports/report_ask.html", {"form": form})


@require_safe
@scheme_view(Permission.REPORT_READ)
def report_show(request, scheme, key):
    """The whole page, or only its moving part when the page asks again while it waits."""
    report = get_object_or_404(Report.objects.visible_to(request.actor).defer("pdf"), pk=key)
    may_make = request.actor.may(Permission.REPORT_MAKE, scheme)
    part = "components/report_progress.html" if request.htmx else "evaluation/reports/report_show.html"
    return render(request, part, {"report": report, "may_make": may_make})


@require_POST
@scheme_view(Permission.REPORT_MAKE)
def report_ask_again(request, scheme, key):
    report = get_object_or_404(Report.objects.visible_to(request.actor).defer("pdf"), pk=key)
    nudge(actions.report_ask_again(report=report, by=request.user))
    return redirect("evaluation:report_show", scheme=scheme.slug, key=report.pk)


@require_safe
@scheme_view(Permission.REPORT_READ)
def report_download(request, scheme, key):
    report = get_object_or_404(Report.objects.visible_to(request.actor), pk=key)
    if not report.can_be_taken:
        messages.warning(request, "This paper cannot be taken just now. Below it says why.")
        return redirect("evaluation:report_show", scheme=scheme.slug, key=report.pk)
    response = HttpResponse(actions.report_taken(report=report, by=request.user), content_type="application/pdf")
    name = f"evaluation-{scheme.slug}-{report.to_on:%Y-%m-%d}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
