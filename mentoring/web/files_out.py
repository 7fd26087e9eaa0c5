"""A kept file on its way to somebody who may open it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from mentoring.web.scanning import ScannerAway, is_set_up, virus_in


def file_answer(request, data: bytes, *, kind: str, name: str, in_page: bool) -> HttpResponse:
    """The file: seen in the page, or saved and opened outside of it. Where there is a scanner it looks first, each
    time; without its word nothing is handed out."""
    try:
        found = is_set_up() and virus_in(data)
    except ScannerAway:
        said = gettext("This file cannot be checked for viruses just now. It is kept: try again in a while.")
        return _held_back(request, said, status=503)
    if found:
        return _held_back(request, gettext("There is a virus in this file, so it opens for nobody."), status=403)
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'{"inline" if in_page else "attachment"}; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _held_back(request, said: str, *, status: int) -> HttpResponse:
    return render(request, "file_held_back.html", {"said": said}, status=status)
