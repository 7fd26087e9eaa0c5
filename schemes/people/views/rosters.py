"""The two long lists of a scheme, and the same lists as a download."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from schemes.people import queries, rosters
from schemes.people.downloads.columns import VOLUNTEER_COLUMNS, YOUNG_PERSON_COLUMNS
from schemes.people.downloads.sheet import Sheet, sheet_asked
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.MENTORS_READ)
def volunteer_list(request, scheme):
    return _list(request, scheme, Volunteer, "schemes/people/volunteer_list.html")


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def young_person_list(request, scheme):
    return _list(request, scheme, YoungPerson, "schemes/people/young_person_list.html")


@scheme_view(Permission.PEOPLE_READ)
def volunteer_download(request, scheme):
    return _download(request, scheme, Volunteer, "volunteers", VOLUNTEER_COLUMNS, "schemes:volunteer_list")


@scheme_view(Permission.PEOPLE_READ)
def young_person_download(request, scheme):
    return _download(request, scheme, YoungPerson, "young-people", YOUNG_PERSON_COLUMNS, "schemes:young_person_list")


def _list(request, scheme, model, template):
    filters = rosters.Filters.read(request.GET, model.State.values)
    found = queries.roster(
        model,
        request.actor,
        scheme,
        filters,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        today=timezone.localdate(),
    )
    tabs = [
        {"words": words, "number": f"{number:,}", "query": filters.query(state=state), "here": filters.state == state}
        for state, words, number in found.states
    ]
    context = {
        "roster": found,
        "filters": filters,
        "tabs": tabs,
        "everybody": {"query": filters.query(state=""), "number": f"{found.everybody:,}"},
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
        "may_download": request.actor.may(Permission.PEOPLE_READ, scheme),
    }
    return render(request, template, context)


def _download(request, scheme, model, name, columns, back):
    filters = rosters.Filters.read(request.GET, model.State.values)
    rows = queries.roster_rows(model, request.actor, scheme, filters)
    sheet = Sheet(
        noun=model._meta.model_name,
        name=name,
        title=str(model._meta.verbose_name_plural).capitalize(),
        back=f"{reverse(back, args=[scheme.slug])}?{filters.query()}",
        columns=columns,
        rows=queries.roster_download(rows),
        number=rows.count(),
    )
    return sheet_asked(request, scheme, sheet)
