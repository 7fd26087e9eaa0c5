from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.accounts.second_factor import has_second_factor, second_factor_first
from mentoring.home.queries import first_page_of, today_of
from mentoring.web.gates import signed_in


@require_safe
@signed_in
def today(request):
    """Everybody's first page: what needs me today. Whoever reads of others has a second factor first."""
    if request.actor.needs_second_factor and not has_second_factor(request):
        return second_factor_first(request)
    elsewhere = first_page_of(request.actor)
    if elsewhere:
        return redirect(elsewhere)
    day = timezone.localdate()
    return render(request, "home/today.html", {"day": day, **today_of(request.actor, day)})
