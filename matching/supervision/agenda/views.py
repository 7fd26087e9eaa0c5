"""Points for the next supervision: of staff about a mentor, and of the mentor."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.relationships.pages import pressed
from matching.supervision import queries
from matching.supervision.agenda import actions
from matching.supervision.agenda.forms import SupervisionPointForm
from matching.supervision.agenda.models import SupervisionPoint
from matching.supervision.views.planning import shown
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_point_add(request, scheme, supervision_id):
    """For the agenda of this supervision; where it falls through, it waits for the next."""
    rows = queries.supervisions_of(request.actor, scheme).individual().filter(outcome="planned")
    supervision = get_object_or_404(rows, pk=supervision_id)
    if not queries.may_write(supervision, request.actor):
        raise PermissionDenied
    form = SupervisionPointForm(sent(request))

    def add(said):
        actions.supervision_point_add(volunteer=supervision.volunteer, **said, by=request.user)

    if taken(form, add):
        messages.success(request, "It is on the agenda.")
        return redirect("matching:supervision_record", scheme.slug, supervision.pk)
    return shown(request, "supervision_point_add", form, supervision=supervision)


@portal_view
def my_supervision_point_add(request, volunteer_id):
    """Something I want to talk about next time."""
    mentor = get_object_or_404(Volunteer.objects.visible_to(request.actor).filter(user=request.user), pk=volunteer_id)
    if mentor.state in ("left", "withdrawn", "declined"):
        raise Http404
    form = SupervisionPointForm(sent(request))
    if taken(form, lambda said: actions.supervision_point_add(volunteer=mentor, **said, by=request.user)):
        messages.success(request, gettext("It is on the list for next time."))
        return redirect("matching:my_supervision")
    return shown(request, "my_supervision_point_add", form, mentor=mentor)


@require_POST
@portal_view
def supervision_point_drop(request, point_id):
    """Whoever wrote it takes it back; mentor or staff."""
    point = get_object_or_404(SupervisionPoint.objects.visible_to(request.actor).filter(by=request.user), pk=point_id)
    back, slug = ("matching:my_supervision",), point.volunteer.scheme.slug
    if not point.is_mentors:
        ahead = point.volunteer.supervisions.individual().filter(outcome="planned").order_by("planned_at").first()
        back = ("matching:supervision_record", slug, ahead.pk) if ahead else ("matching:supervision_list", slug)
    return pressed(
        request,
        lambda: actions.supervision_point_drop(point=point, by=request.user),
        gettext("Taken off the list."),
        *back,
    )
