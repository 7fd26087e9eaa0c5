"""What a mentor may read: decided by the young person, or written down with them; with a look at the very page (R8)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.people.sharing import AFTER, BEFORE, shown_to_mentor
from schemes.young_people import actions
from schemes.young_people.forms.sharing import SharingForm
from schemes.young_people.views.pages import own_record_or_404, to_record, young_person_or_404


@require_safe
@portal_view
def sharing_mine(request):
    """To the one record; to the newest where somebody has several."""
    own = YoungPerson.objects.visible_to(request.actor).filter(user=request.user).order_by("-created_at").first()
    if own is None:
        raise Http404
    return redirect("schemes:sharing_edit_mine", own.pk)


@portal_view
def sharing_edit_mine(request, young_person_id):
    person = own_record_or_404(request, young_person_id)
    form = SharingForm(sent(request), person=person, today=timezone.localdate(), staff=False)
    if "look" not in request.POST and taken(form, lambda _: _decide(person, form, request)):
        messages.success(request, gettext("Saved. You can change it any time."))
        return redirect("schemes:sharing_edit_mine", person.pk)
    return _page(request, "sharing_edit_mine", form, person)


@scheme_view(Permission.PEOPLE_EDIT)
def sharing_edit(request, scheme, young_person_id):
    person = young_person_or_404(request, young_person_id)
    form = SharingForm(sent(request), person=person, today=timezone.localdate(), staff=True)
    if "look" not in request.POST and taken(form, lambda _: _decide(person, form, request)):
        messages.success(request, "Saved.")
        return to_record(person)
    return _page(request, "sharing_edit", form, person)


def _decide(person, form, request) -> None:
    with_them = form.cleaned_data.get("with_them", False)
    actions.sharing_decide(young_person=person, shares=form.shares(), with_them=with_them, by=request.user)


def _page(request, template, form, person):
    """The form and, beside it, what a mentor reads: of what is ticked now, saved or not."""
    looking, tried, today = "look" in request.POST, form.tried(), timezone.localdate()
    shown = {
        "form": form,
        "person": person,
        "young_person": person,
        "looking": looking,
        "before": shown_to_mentor(person, today, moment=BEFORE, shares=tried),
        "after": shown_to_mentor(person, today, moment=AFTER, shares=tried),
    }
    if looking:
        form.errors.pop("with_them", None)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, f"schemes/young_people/{template}.html", shown, status=status)
