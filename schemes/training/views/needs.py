"""What mentors need to learn next: said of one, gathered for whoever plans (S14)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.training import actions, queries
from schemes.training.forms import TrainingNeedForm
from schemes.training.models import TrainingNeed
from schemes.training.views.answers import sent, status


def may_say(actor, scheme) -> bool:
    return actor.may(Permission.TRAINING_EDIT, scheme) or actor.may(Permission.SUPERVISION_EDIT, scheme)


@scheme_view(Permission.TRAINING_READ)
def training_need_add(request, scheme, volunteer_id):
    volunteer = get_object_or_404(queries.reviewable(request.actor, scheme), pk=volunteer_id)
    if not may_say(request.actor, scheme):
        raise PermissionDenied
    form = TrainingNeedForm(sent(request))
    if form.is_valid():
        actions.training_need_add(volunteer=volunteer, **form.cleaned_data, by=request.user)
        messages.success(request, "Noted. It stands on the training page until they have heard it.")
        return redirect("schemes:training_show", scheme.slug, volunteer.pk)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/training/training_need_add.html", context, status=status(form))


@require_POST
@scheme_view(Permission.TRAINING_READ)
def training_need_close(request, scheme, need_id):
    found = TrainingNeed.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    need = get_object_or_404(found.exclude(volunteer__user=request.user).select_related("volunteer"), pk=need_id)
    if not may_say(request.actor, scheme):
        raise PermissionDenied
    actions.training_need_close(need=need, by=request.user)
    messages.success(request, "Taken off the list.")
    return redirect("schemes:course_list", scheme.slug)
