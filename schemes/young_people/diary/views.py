"""Only for me: a list, a page to write on, and a way to delete. Each is the owner's own (roles.md)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view
from schemes.people.models import YoungPerson
from schemes.young_people.diary import actions
from schemes.young_people.diary.forms import DiaryForm
from schemes.young_people.diary.models import DiaryEntry
from schemes.young_people.views.pages import form_shown


@require_safe
@portal_view
def diary_list(request):
    young_person_or_404(request)
    entries = DiaryEntry.objects.visible_to(request.actor)
    return render(request, "schemes/young_people/diary/diary_list.html", {"entries": entries})


@portal_view
def diary_write(request):
    """A new page; half of it is kept as typed, for nobody but the one who types."""
    young_person_or_404(request)
    form = DiaryForm(sent(request), initial=draft_initial(request.user, actions.NEW, DiaryForm))
    if taken(form, lambda said: actions.diary_write(**said, by=request.user)):
        messages.success(request, gettext("Kept, only for you."))
        return redirect("schemes:diary_list")
    return form_shown(request, "diary/diary_write", form, form_key=actions.NEW)


@portal_view
def diary_show(request, entry_id):
    """What was written, to go on with."""
    entry = entry_or_404(request, entry_id)
    form_key = actions.draft_key(entry)
    first = {"words": entry.words} | draft_initial(request.user, form_key, DiaryForm)
    form = DiaryForm(sent(request), initial=first)
    if taken(form, lambda said: actions.diary_change(entry=entry, **said, by=request.user)):
        messages.success(request, gettext("Kept, only for you."))
        return redirect("schemes:diary_list")
    return form_shown(request, "diary/diary_write", form, form_key=form_key, entry=entry)


@require_POST
@portal_view
def diary_remove(request, entry_id):
    actions.diary_remove(entry=entry_or_404(request, entry_id), by=request.user)
    messages.success(request, gettext("Gone."))
    return redirect("schemes:diary_list")


def entry_or_404(request, entry_id):
    return get_object_or_404(DiaryEntry.objects.visible_to(request.actor), pk=entry_id)


def young_person_or_404(request) -> None:
    """These pages are for young people; who has written here keeps a way to it whatever became of their record."""
    mine = YoungPerson.objects.visible_to(request.actor).filter(user=request.user)
    if not mine.exists() and not DiaryEntry.objects.visible_to(request.actor).exists():
        raise Http404
