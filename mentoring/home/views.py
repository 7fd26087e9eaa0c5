from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.accounts.second_factor import has_second_factor
from mentoring.home.queries import first_page_of, today_of
from mentoring.web.gates import signed_in


@require_safe
@signed_in
def today(request):
    """Everybody's first page: what needs me today. It names young people, so staff set up a second factor first."""
    if request.actor.is_staff and not has_second_factor(request):
        return redirect("mfa_index")
    elsewhere = first_page_of(request.actor)
    if elsewhere:
        return redirect(elsewhere)
    day = timezone.localdate()
    return render(request, "home/today.html", {"day": day, **today_of(request.actor, day)})
