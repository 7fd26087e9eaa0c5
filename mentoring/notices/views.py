from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.notices import actions, queries
from mentoring.notices.models import Notice
from mentoring.web.gates import public, signed_in


@require_safe
@signed_in
def notice_list(request):
    """What I was told, newest first."""
    return render(request, "notices/notice_list.html", {"notices": queries.told_to(request.actor)})


@require_safe
@signed_in
def notice_open(request, notice_id):
    """From the mail or the inbox to the thing itself; the page there decides who may see it."""
    notice = get_object_or_404(Notice.objects.visible_to(request.actor), pk=notice_id)
    actions.notice_open(notice=notice, by=request.user)
    return redirect(notice.path)


@require_POST
@signed_in
def notice_seen(request, notice_id):
    """Seen, without going there: no mail about it needs to go any more."""
    notice = get_object_or_404(Notice.objects.visible_to(request.actor), pk=notice_id)
    actions.notice_open(notice=notice, by=request.user)
    return redirect("notice_list")


@require_safe
@public("shows the demo's unsent mails to whoever tries it out; does not exist outside the demo")
def demo_mail(request):
    """What the demo would have sent."""
    if not settings.DEMO:
        raise Http404
    return render(request, "notices/demo_mail.html", {"mails": queries.demo_mails()})
