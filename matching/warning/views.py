"""Matches that show signs, and a person's note on them (R10)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.relationships.pages import staff_match_or_404, to_match
from matching.relationships.pulses.models import Pulse
from matching.relationships.sides import side_of
from matching.warning import actions, queries
from matching.warning.forms import SignNoteForm
from matching.warning.models import SignNote
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

SIZE, ON_FIRST_PAGE = 25, 5
#: What the filter of the list offers: its word in the address, words on the page.
SHOW = (("", "All"), ("red", "Red"), ("asked", "Waiting for a note"))


@require_safe
@scheme_view(Permission.MATCH_READ)
def sign_list(request, scheme):
    """The reddest first, each with what it rests on and what to do."""
    rows = queries.watched_by(request.actor, [scheme.pk], timezone.now())
    picks = {"red": lambda row: row.colour == "bad", "asked": lambda row: row.asked_on is not None}
    tabs = [(key, words, len([row for row in rows if picks.get(key, bool)(row)])) for key, words in SHOW]
    chosen = request.GET.get("show", "")
    page = Paginator([row for row in rows if picks.get(chosen, bool)(row)], SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "tabs": tabs, "chosen": chosen, "keep": f"show={chosen}&" if chosen in picks else ""}
    context["may_note"] = request.actor.may(Permission.SUPERVISION_EDIT, scheme)
    return render(request, "matching/warning/sign_list.html", context)


@require_safe
@scheme_view(Permission.MATCH_READ)
def sign_counts(request, scheme):
    """A piece of the first page: who waits for a note, and how many others show signs. By itself it leads on."""
    if not request.htmx:
        return redirect("matching:sign_list", scheme.slug)
    rows = queries.watched_by(request.actor, [scheme.pk], timezone.now())
    asked = [row for row in rows if row.asked_on]
    context = {"asked": asked[:ON_FIRST_PAGE], "more": len(rows) - len(asked[:ON_FIRST_PAGE]), "none": not rows}
    context["may_note"] = request.actor.may(Permission.SUPERVISION_EDIT, scheme)
    return render(request, "matching/warning/sign_counts.html", context)


@scheme_view(Permission.SUPERVISION_EDIT)
def sign_note_add(request, scheme, match_id):
    """What a person found out; kept as typed."""
    match = staff_match_or_404(request, match_id)
    if side_of(match, request.user):
        raise Http404
    row = queries.watched_one(match, timezone.now(), Pulse.objects.visible_to(request.actor))
    signs, form_key = row.signs if row else [], f"signs-{match.pk}"
    form = SignNoteForm(sent(request), initial=draft_initial(request.user, form_key, SignNoteForm))

    @transaction.atomic
    def add(said):
        actions.sign_note_add(match=match, **said, signs=signs, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, add):
        messages.success(request, "Written down.")
        return to_match(match)
    context = {"form": form, "match": match, "form_key": form_key, "signs": signs}
    context["notes"] = SignNote.objects.visible_to(request.actor).filter(match=match).select_related("by")
    return render(request, "matching/warning/sign_note_add.html", context, status=422 if form.is_bound else 200)
