"""A pause on the pages of those it is about: the young person's choice, the cover's own page, coming back (L7)."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.cover import actions
from matching.cover.forms import CoverChooseForm, CoverSayForm, CoverSessionLogForm
from matching.cover.models import Cover, Pause
from matching.cover.shown import contact_rules, goals_for, sessions_of
from matching.cover.telling import days_words
from matching.pairing.states import TOGETHER
from matching.relationships.forms import SessionPlanForm
from matching.relationships.own import names_in_role
from matching.relationships.pages import own_pair_or_404, pressed
from matching.relationships.views.sessions import NOT_HOME, first_said
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from mentoring.web.wording import listed
from schemes.people.gates import portal_view
from schemes.people.permissions import Role

PEOPLE = ("volunteer", "pause__match__volunteer", "pause__match__young_person", "pause__match__scheme")


def standing_in_or_404(request, cover_id) -> Cover:
    """The cover of whoever stands in on this very day: the day before, and the day after, there is no such page."""
    mine = Cover.objects.visible_to(request.actor).open_on(timezone.localdate()).filter(volunteer__user=request.user)
    return get_object_or_404(mine.select_related(*PEOPLE), pk=cover_id)


def shown(request, name: str, cover, **more):
    pause = cover.pause
    context = {
        "cover": cover,
        "pause": pause,
        "match": pause.match,
        "name": pause.match.young_person.first_name,
        "mentor": pause.match.volunteer.first_name,
        "days": days_words(pause, timezone.localdate()),
        "staff": staff_of(pause.match),
        **more,
    }
    form = more.get("form")
    status = 422 if form is not None and form.is_bound else 200
    return render(request, f"matching/cover/{name}.html", context, status=status)


def staff_of(match) -> str:
    return listed(names_in_role(match.scheme, Role.COORDINATOR)) or "the co-ordinator"


@require_POST
@portal_view
def cover_choose(request, cover_id):
    """The young person's yes or no, on any day: nobody has to say why."""
    mine = Cover.objects.visible_to(request.actor).wanted().filter(pause__match__young_person__user=request.user)
    cover = get_object_or_404(mine.select_related(*PEOPLE), pk=cover_id)
    form, name = CoverChooseForm(request.POST), cover.volunteer.first_name
    if not form.is_valid():
        return redirect("matching:me")
    if form.cleaned_data["answer"] == Cover.Answer.YES:
        said = gettext("Good. We ask %(name)s now, and tell you here.") % {"name": name}
    else:
        said = gettext("That is fine. You don’t meet %(name)s. %(staff)s will be in touch with you.") % {
            "name": name,
            "staff": staff_of(cover.pause.match),
        }
    return pressed(
        request,
        lambda: actions.cover_mentee_answer(cover=cover, **form.cleaned_data, by=request.user),
        said,
        "matching:me",
    )


@portal_view
def cover_say(request, cover_id):
    """Whoever is asked reads a first name and the days, and says yes or no."""
    waiting = Cover.objects.visible_to(request.actor).wanted().filter(volunteer__user=request.user, mentor_answer="")
    cover = get_object_or_404(waiting.select_related(*PEOPLE), pk=cover_id)
    form = CoverSayForm(sent(request), name=cover.pause.match.young_person.first_name)
    if taken(form, lambda said: actions.cover_mentor_answer(cover=cover, **said, by=request.user)):
        yes = form.cleaned_data["answer"] == Cover.Answer.YES
        messages.success(
            request, gettext("Thank you. You find it on your page.") if yes else gettext("Thank you for saying.")
        )
        return redirect("matching:me")
    return shown(request, "cover_say", cover, form=form)


@require_safe
@portal_view
def cover_show(request, cover_id):
    """Who, when and where, and what was agreed about keeping in touch; nothing of what the two did before."""
    cover = standing_in_or_404(request, cover_id)
    sessions = sessions_of(cover)
    now = timezone.now()
    return shown(
        request, "cover_show", cover,
        rules=contact_rules(cover.pause.match),
        goals=goals_for(cover),
        ahead=[one for one in reversed(sessions) if one.outcome == "planned" and one.planned_at > now],
        to_log=[one for one in reversed(sessions) if one.outcome == "planned" and one.planned_at <= now],
        held=[one for one in sessions if one.outcome != "planned"],
    )  # fmt: skip


@portal_view
def cover_session_plan(request, cover_id):
    cover = standing_in_or_404(request, cover_id)
    form = SessionPlanForm(sent(request))
    if taken(form, lambda said: actions.cover_session_plan(cover=cover, **said, by=request.user)):
        messages.success(request, gettext("Planned."))
        return redirect("matching:cover_show", cover.pk)
    return shown(request, "cover_session_plan", cover, form=form)


@portal_view
def cover_session_log(request, cover_id):
    """How it went, as a mentor writes it down; kept as typed."""
    cover = standing_in_or_404(request, cover_id)
    match, asked = cover.pause.match, request.POST.get("session") or request.GET.get("session") or ""
    planned = next((one for one in sessions_of(cover) if one.outcome == "planned" and str(one.pk) == asked), None)
    form_key = f"cover-{planned.pk if planned else cover.pk}"
    names = {"name": match.young_person.first_name, "mentor": match.volunteer.first_name, "staff": staff_of(match)}
    first = first_said(planned) | draft_initial(request.user, form_key, CoverSessionLogForm)
    form = CoverSessionLogForm(sent(request), initial=first, **names)

    @transaction.atomic
    def log(said):
        said.pop("session", None)
        actions.cover_session_log(cover=cover, session=planned, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, log):
        messages.success(request, gettext("Written down. Thank you."))
        if form.cleaned_data["home_safe"] is False:
            messages.warning(request, NOT_HOME.format(match.young_person.first_name))
        return redirect("matching:cover_show", cover.pk)
    return shown(request, "cover_session_log", cover, form=form, planned=planned, form_key=form_key)


@require_POST
@portal_view
def pause_back(request, pause_id):
    """Whoever was away says that they are back."""
    pause = get_object_or_404(Pause.objects.visible_to(request.actor), pk=pause_id)
    pause.match, side = own_pair_or_404(request, pause.match_id, TOGETHER)
    said = "Good to have you back." if side == "mentor" else "Good. You two meet again."
    return pressed(request, lambda: actions.pause_return(pause=pause, by=request.user), said, "matching:me")
