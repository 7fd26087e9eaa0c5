"""Reading the trail."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeguarding.trail.forms import TrailFilterForm
from safeguarding.trail.queries import people_in_trail, scheme_trail, who_looked
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.AUDIT_READ)
def trail_list(request, scheme):
    """Who changed what and who looked, in this scheme."""
    form = TrailFilterForm(request.GET, people=people_in_trail(scheme))
    wanted = form.cleaned_data if form.is_valid() else {}
    kept = request.GET.copy()
    after = "".join(kept.pop("after", [])[:1])
    shown = {"form": form, "kept": kept.urlencode(), **scheme_trail(scheme, wanted, after)}
    return render(request, "safeguarding/trail/trail_list.html", shown)


@require_safe
@portal_view
def who_looked_mine(request):
    """Who looked at my record and who changed it."""
    return render(request, "safeguarding/trail/who_looked_mine.html", {"lines": who_looked(request.user)})
