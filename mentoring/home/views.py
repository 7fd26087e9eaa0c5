from django.shortcuts import redirect, render
from django.utils import timezone

from mentoring.home.queries import first_page_of, today_of
from mentoring.web.gates import signed_in


@signed_in
def today(request):
    """Everybody's first page: what needs me today."""
    elsewhere = first_page_of(request.actor)
    if elsewhere:
        return redirect(elsewhere)
    day = timezone.localdate()
    return render(request, "home/today.html", {"day": day, **today_of(request.actor, day)})
