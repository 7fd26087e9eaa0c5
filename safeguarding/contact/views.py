"""How to reach a young person safely: for whoever reads people; the secret address for leads alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.contact import actions
from safeguarding.contact.forms import SafeContactForm
from safeguarding.contact.queries import contact_now, contacts_of
from schemes.people.gates import scheme_view
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission, Role


def person(request, young_person_id) -> YoungPerson:
    """Of the list of people, less the one who asks."""
    rows = YoungPerson.objects.visible_to(request.actor).exclude(user=request.user)
    return get_object_or_404(rows, pk=young_person_id)


def leads_here(request) -> bool:
    return bool(request.actor.schemes_with(Role.LEAD))


@scheme_view(Permission.PEOPLE_READ)
def safe_contact(request, scheme, young_person_id):
    young_person, leads = person(request, young_person_id), leads_here(request)
    now = contact_now(young_person)
    told = (
        {"unsafe_ways": now.unsafe_ways, "instead": now.instead, "address_is_secret": now.address_is_secret}
        if now
        else {}
    )
    form = SafeContactForm(request.POST if request.method == "POST" else None, leads=leads, initial=told)
    if form.is_bound and form.is_valid():
        try:
            actions.contact_say(young_person=young_person, **form.as_written(), by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Written down. It counts from now on.")
            return redirect("safeguarding:safe_contact", scheme=scheme.slug, young_person_id=young_person.pk)
    return shown(request, young_person, form, status=422 if form.is_bound else 200)


@require_POST
@scheme_view(Permission.RISK_DECISION)
def safe_address(request, scheme, young_person_id):
    """A lead opens the address: in the trail first, never by a link that could be left open."""
    young_person = person(request, young_person_id)
    contact = contact_now(young_person)
    address = actions.address_read(contact=contact, by=request.user) if contact else ""
    told = {"unsafe_ways": contact.unsafe_ways, "instead": contact.instead} if contact else {}
    form = SafeContactForm(
        leads=True, initial={**told, "address_is_secret": bool(contact and contact.address_is_secret)}
    )
    return shown(request, young_person, form, address=address or "No address is written down.")


def shown(request, young_person, form, *, address="", status=200):
    context = {
        "person": young_person,
        "form": form,
        "now": contact_now(young_person),
        "story": contacts_of(young_person, request.actor),
        "leads": leads_here(request),
        "address": address,
    }
    return render(request, "safeguarding/contact/safe_contact.html", context, status=status)
