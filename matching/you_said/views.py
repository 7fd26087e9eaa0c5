"""You said, we did: written by the co-ordinator, read by the scheme's young people (R11)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.you_said import actions
from matching.you_said.forms import YouSaidForm
from matching.you_said.models import YouSaid
from matching.you_said.queries import hints
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission, Role


@require_safe
@scheme_view(Permission.MATCH_COUNT)
def you_said_list(request, scheme):
    may_edit = request.actor.may(Permission.MATCH_EDIT, scheme)
    shown = {
        "pairs": YouSaid.objects.visible_to(request.actor).filter(scheme=scheme),
        "hints": hints(scheme, timezone.localdate()) if may_edit else [],
        "may_edit": may_edit,
    }
    return render(request, "matching/you_said/you_said_list.html", shown)


@scheme_view(Permission.MATCH_EDIT)
def you_said_add(request, scheme):
    return _written(request, scheme)


@scheme_view(Permission.MATCH_EDIT)
def you_said_edit(request, scheme, you_said_id):
    return _written(request, scheme, you_said_or_404(request, you_said_id))


def _written(request, scheme, you_said=None):
    first = {"said": you_said.said, "did": you_said.did} if you_said else None
    form = YouSaidForm(sent(request), initial=first)
    fields = {"scheme": scheme, "you_said": you_said, "by": request.user}
    if taken(form, lambda said: actions.you_said_write(**said, **fields)):
        messages.success(request, "Kept. " + ("" if you_said else "Nobody sees it yet: show it when it is right."))
        return redirect("matching:you_said_list", scheme.slug)
    shown = {"form": form, "you_said": you_said}
    return render(request, "matching/you_said/you_said_write.html", shown, status=422 if form.is_bound else 200)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def you_said_publish(request, scheme, you_said_id):
    """Show it to the young people of the scheme, or take it down."""
    shown = request.POST.get("shown") == "yes"
    actions.you_said_publish(you_said=you_said_or_404(request, you_said_id), shown=shown, by=request.user)
    messages.success(request, "Young people see it now." if shown else "Taken down.")
    return redirect("matching:you_said_list", scheme.slug)


def you_said_or_404(request, you_said_id):
    rows = YouSaid.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(rows, pk=you_said_id)


@require_safe
@portal_view
def you_said_mine(request):
    """What changed in the schemes of this young person because of what they and others said."""
    schemes = request.actor.schemes_with(Role.MENTEE)
    pairs = YouSaid.objects.visible_to(request.actor).published().filter(scheme_id__in=schemes)
    return render(request, "matching/you_said/you_said_mine.html", {"pairs": pairs.order_by("-published_at")})
