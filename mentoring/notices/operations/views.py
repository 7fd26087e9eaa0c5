"""For whoever keeps the installation running: is everything going out? No names and no content."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.notices import actions
from mentoring.notices.operations import queries
from mentoring.notices.operations.forms import AgainForm, StandstillForm
from mentoring.web.gates import signed_in
from mentoring.web.wording import counted


def site_admin_view(view):
    """404 to everybody else, as if it were not there."""

    @wraps(view)
    def opened(request, **kwargs):
        if not request.user.is_site_admin:
            raise Http404
        return view(request, **kwargs)

    return signed_in(opened)


@require_safe
@site_admin_view
def operations_show(request):
    return shown(request)


def shown(request, *, pause=None, again=None, status=200):
    now = timezone.now()
    forms = {"pause": pause or StandstillForm(), "again": again or AgainForm(initial={"hours": 1})}
    return render(
        request, "notices/operations_show.html", {"now": now, **forms, **queries.operations(now)}, status=status
    )


@require_POST
@site_admin_view
def sending_pause(request):
    form = StandstillForm(request.POST)
    if not form.is_valid():
        return shown(request, pause=form, status=422)
    actions.sending_pause(why=form.cleaned_data["why"], by=request.user)
    return redirect("operations_show")


@require_POST
@site_admin_view
def sending_resume(request):
    actions.sending_resume(by=request.user)
    messages.success(request, "Mails and texts go out again.")
    return redirect("operations_show")


@require_POST
@site_admin_view
def sending_again(request):
    form = AgainForm(request.POST)
    if not form.is_valid():
        return shown(request, again=form, status=422)
    number = actions.sending_again(since=form.since(), by=request.user)
    messages.success(request, f"{counted(number, 'message', 'messages')} will go again, if still true.")
    return redirect("operations_show")


@require_POST
@site_admin_view
def notice_retry(request, notice_id):
    actions.notice_retry(notice=get_object_or_404(queries.undeliverable(), pk=notice_id), by=request.user)
    return redirect("operations_show")


@require_POST
@site_admin_view
def letter_retry(request, letter_id):
    actions.letter_retry(letter=get_object_or_404(queries.letters_undeliverable(), pk=letter_id), by=request.user)
    return redirect("operations_show")
