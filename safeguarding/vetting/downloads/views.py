"""The list of checks as a file, as its filter shows it."""

from django.urls import reverse
from django.utils import timezone

from safeguarding.vetting.downloads.columns import CHECK_COLUMNS
from safeguarding.vetting.forms import CheckFilterForm
from safeguarding.vetting.queries import checks_listed
from schemes.people.downloads.sheet import Sheet, sheet_asked
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

SHOWS = ("waiting", "expiring", "all")  # the lists of checks; other tabs of that page hold other things


@scheme_view(Permission.VETTING_READ)
def check_download(request, scheme):
    form = CheckFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    if wanted.get("show") and wanted["show"] not in SHOWS:
        wanted = {**wanted, "show": "all"}
    checks = checks_listed(request.actor, timezone.now(), wanted, "")["page"].paginator.object_list
    sheet = Sheet(
        noun="vettingcheck",
        name="checks",
        title="Checks",
        back=f"{reverse('safeguarding:check_list', args=[scheme.slug])}?{request.GET.urlencode()}",
        columns=CHECK_COLUMNS,
        rows=checks.select_related("volunteer", "decided_by"),
        number=checks.count(),
    )
    return sheet_asked(request, scheme, sheet)
