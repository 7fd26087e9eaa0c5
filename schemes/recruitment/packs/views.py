"""What somebody who may volunteer was sent (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.recruitment.packs import actions
from schemes.recruitment.packs.forms import PackSendForm
from schemes.recruitment.queries import published_leaflets


@scheme_view(Permission.PEOPLE_EDIT)
def pack_send(request, scheme, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(inside, pk=volunteer_id)
    titles = [leaflet.title for _, leaflets in published_leaflets(scheme) for leaflet in leaflets]
    form = PackSendForm(request.POST if request.method == "POST" else None, leaflets=titles)
    if request.method == "POST" and form.is_valid():
        actions.pack_send(volunteer=volunteer, by=request.user, **form.sending())
        messages.success(request, "Written down.")
        return redirect("schemes:volunteer_show", scheme.slug, volunteer.pk)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/recruitment/pack_send.html", context, status=422 if form.errors else 200)
