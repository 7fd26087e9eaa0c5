"""How people stand in their training, as a file: the same people whose names the reader sees on the page."""

from django.urls import reverse

from schemes.people.downloads.sheet import Sheet, sheet_asked
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.training import queries
from schemes.training.downloads.columns import TRAINING_COLUMNS


@scheme_view(Permission.TRAINING_READ)
def training_download(request, scheme):
    rows = queries.standings_in_training(scheme, queries.people_in_training(request.actor, scheme))
    sheet = Sheet(
        noun="training",
        name="training",
        title="Training",
        back=reverse("schemes:course_list", args=[scheme.slug]),
        columns=TRAINING_COLUMNS,
        rows=rows,
        number=len(rows),
    )
    return sheet_asked(request, scheme, sheet)
