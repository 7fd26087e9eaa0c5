"""A list that is about to leave as a file: what is on it, for whom, and the page that asks why first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allauth.account.decorators import reauthentication_required
from django.shortcuts import render

from mentoring.web.sheets_out import sheet_response
from schemes.people.actions import list_download_note
from schemes.people.downloads.forms import DownloadForm
from schemes.people.permissions import Permission


@dataclass(frozen=True)
class Column:
    """One column: `value` reads it from a row. `needs`: the ability without which the column is left out."""

    heading: str
    value: Callable[[object], object]
    needs: Permission | None = None


@dataclass(frozen=True)
class Sheet:
    """`noun` as the trail says it, `name` of the file (no personal word), `title` and `back` for the page that asks."""

    noun: str
    name: str
    title: str
    back: str
    columns: Sequence[Column]
    rows: Iterable
    number: int


def columns_for(actor, scheme, columns: Sequence[Column]) -> list[Column]:
    """The columns this person may have."""
    return [column for column in columns if column.needs is None or actor.may(column.needs, scheme)]


@reauthentication_required
def sheet_asked(request, scheme, sheet: Sheet):
    """Whoever is there shows again that it is them; then the page that asks what it is for; then the file. Who took how
    many rows, and why, stands in the trail first. It is made while they wait and kept nowhere (decision 37)."""
    form = DownloadForm(request.POST if request.method == "POST" else None)
    columns = columns_for(request.actor, scheme, sheet.columns)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        mark = list_download_note(scheme=scheme, noun=sheet.noun, number=sheet.number, by=request.user, **said)
        rows = ([column.value(row) for column in columns] for row in sheet.rows)
        return sheet_response(said["file_kind"], sheet.name, [column.heading for column in columns], rows, mark)
    context = {"form": form, "sheet": sheet, "columns": columns}
    status = 422 if form.errors else 200
    return render(request, "schemes/people/downloads/list_download.html", context, status=status)
