"""The two long lists of a scheme, and the same lists as a download."""

from django.shortcuts import render
from django.utils import timezone

from mentoring.web.sheets_out import csv_response
from schemes.people import queries, rosters
from schemes.people.actions import people_download_note
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission


@scheme_view(Permission.MENTORS_READ)
def volunteer_list(request, scheme):
    return _list(request, scheme, Volunteer, "schemes/people/volunteer_list.html")


@scheme_view(Permission.PEOPLE_READ)
def young_person_list(request, scheme):
    return _list(request, scheme, YoungPerson, "schemes/people/young_person_list.html")


@scheme_view(Permission.PEOPLE_READ)
def volunteer_download(request, scheme):
    return _download(request, scheme, Volunteer, "volunteers")


@scheme_view(Permission.PEOPLE_READ)
def young_person_download(request, scheme):
    return _download(request, scheme, YoungPerson, "young-people")


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


def _download(request, scheme, model, name):
    filters = rosters.Filters.read(request.GET, model.State.values)
    today = timezone.localdate()
    number = queries.roster_rows(model, request.actor, scheme, filters).count()
    people_download_note(scheme=scheme, model=model, number=number, by=request.user)
    rows = queries.roster_download(model, request.actor, scheme, filters, today)
    return csv_response(name, rosters.HEADINGS, (rosters.roster_cells(row) for row in rows))
