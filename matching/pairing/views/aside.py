"""Pairs set aside for now: the list, setting one aside with its reason, taking it back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions
from matching.pairing.forms import SetAsideForm
from matching.pairing.models import SetAside
from matching.pairing.views.lists import people_to_pair
from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

ON_A_PAGE = 50


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def set_aside_list(request, scheme):
    found = SetAside.objects.visible_to(request.actor).filter(scheme=scheme)
    found = found.select_related("volunteer", "young_person", "by")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "today": timezone.localdate()}
    return render(request, "matching/pairing/set_aside_list.html", context)


@scheme_view(Permission.MATCH_EDIT)
def set_aside_add(request, scheme):
    sent = request.POST if request.method == "POST" else None
    form = SetAsideForm(sent, initial=request.GET.dict(), **people_to_pair(request, scheme))
    if sent is not None and form.is_valid():
        try:
            aside = actions.set_aside_add(scheme=scheme, by=request.user, **form.cleaned_data)
        except Refused as problem:
            form.add_error(None, str(problem))
        else:
            said = f"{aside.volunteer.first_name} is not proposed for {aside.young_person.first_name} for now."
            messages.success(request, said)
            return redirect("matching:match_proposals", scheme.slug)
    return render(request, "matching/pairing/set_aside_add.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def set_aside_undo(request, scheme, aside_id):
    visible = SetAside.objects.visible_to(request.actor).filter(scheme=scheme)
    aside = get_object_or_404(visible.select_related("volunteer", "young_person", "scheme"), pk=aside_id)
    actions.set_aside_undo(aside=aside, by=request.user)
    said = f"{aside.volunteer.first_name} may be proposed for {aside.young_person.first_name} again."
    messages.success(request, said)
    return redirect("matching:set_aside_list", scheme.slug)
