"""What looks worth asking about: a manager's page, and a safeguarding lead's."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from safeguarding.trail.unusual.pages import ask_page, list_page
from safeguarding.trail.unusual.queries import worth_asking, worth_asking_leads
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.AUDIT_READ)
def look_list(request, scheme):
    """Less what is about concerns, and less what is about whoever reads."""
    return list_page(request, scheme, worth_asking(request.actor, [scheme.pk], timezone.now()), ask="look_ask")


@scheme_view(Permission.AUDIT_READ)
def look_ask(request, scheme, key):
    rows = worth_asking(request.actor, [scheme.pk], timezone.now())
    return ask_page(request, scheme, rows, key, ask="look_ask", back="look_list")


@require_safe
@scheme_view(Permission.CONCERN_LIST)
def look_list_lead(request, scheme):
    """What is about concerns, and about managers."""
    rows = worth_asking_leads(request.actor, [scheme.pk], timezone.now())
    return list_page(request, scheme, rows, ask="look_ask_lead")


@scheme_view(Permission.CONCERN_LIST)
def look_ask_lead(request, scheme, key):
    rows = worth_asking_leads(request.actor, [scheme.pk], timezone.now())
    return ask_page(request, scheme, rows, key, ask="look_ask_lead", back="look_list_lead")
