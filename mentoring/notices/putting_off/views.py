"""For staff: what is due is put off, with a reason."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from mentoring.notices import actions, queries
from mentoring.notices.models import Notice
from mentoring.notices.putting_off.forms import PuttingOffForm
from mentoring.web.gates import signed_in
from mentoring.web.wording import day_words


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def notice_put_off(request, notice_id):
    """One's own, as long as it can wait."""
    notice = get_object_or_404(Notice.objects.visible_to(request.actor), pk=notice_id)
    if not queries.can_put_off(notice, request.actor):
        raise Http404
    form = PuttingOffForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        row = actions.notice_put_off(notice=notice, by=request.user, **form.cleaned_data)
        messages.success(request, f"Put off. It comes again on {day_words(row.until, localdate())}, if it is still so.")
        return redirect("notice_list")
    context = {"form": form, "notice": notice, "words": queries.words_by_rule().get(notice.rule)}
    return render(request, "notices/notice_put_off.html", context, status=422 if form.errors else 200)
