"""Sessions from both sides: the next one, whether I will be there, how it went, how it is going (S13, R11)."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.pairing.states import TOGETHER
from matching.relationships import actions, own
from matching.relationships.forms import SessionLogForm, SessionPlanForm
from matching.relationships.models import MentoringSession
from matching.relationships.pages import form_shown, own_pair_or_404, pressed
from matching.relationships.telling import sessions_told
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from mentoring.web.wording import listed
from schemes.people.gates import portal_view
from schemes.people.permissions import Role

#: What a mentor reads who does not know whether somebody got home (E6).
NOT_HOME = "Call {} now. If you can’t reach them, ring your co-ordinator. In danger: call 999."


@portal_view
def session_log(request, match_id):
    """The mentor writes down how one went; half of it is kept as typed, on whatever device it was begun."""
    match, _ = own_pair_or_404(request, match_id, TOGETHER, ("mentor",))
    asked = request.POST.get("session") or request.GET.get("session") or ""
    planned = own.session_to_log(match, asked, timezone.now())
    form_key = f"session-{planned.pk if planned else match.pk}"
    first = first_said(planned) | draft_initial(request.user, form_key, SessionLogForm)
    form = SessionLogForm(sent(request), initial=first, name=match.young_person.first_name)

    @transaction.atomic
    def log(said):
        session = get_object_or_404(match.mentoringsessions, pk=said.pop("session")) if said["session"] else None
        said.pop("session", None)
        actions.session_log(match=match, session=session, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, log):
        messages.success(request, gettext("Written down. Thank you."))
        if form.cleaned_data["home_safe"] is False:
            messages.warning(request, NOT_HOME.format(match.young_person.first_name))
        return redirect("matching:me")
    return form_shown(request, "session_log", form, match=match, planned=planned, form_key=form_key)


def first_said(planned) -> dict:
    """What the form begins with: the time that was planned, else this hour; an hour long."""
    at = timezone.localtime(planned.planned_at if planned else timezone.now())
    return {
        "session": str(planned.pk) if planned else "",
        "day": at.date(),
        "time": at.strftime("%H:%M"),
        "minutes": 60,
        "channel": planned.channel if planned else "in-person",
    }


@portal_view
def session_plan_mine(request, match_id):
    """Either of the two plans the next time."""
    match, side = own_pair_or_404(request, match_id, TOGETHER)
    form = SessionPlanForm(sent(request), initial=own.usual_time(match, timezone.now()))

    def plan(said):
        session = actions.session_plan(match=match, **said, by=request.user)
        if side == "mentee":
            actions.session_coming(session=session, coming=True, by=request.user)

    if taken(form, plan):
        messages.success(request, gettext("Planned."))
        return redirect("matching:me")
    return form_shown(request, "session_plan_mine", form, match=match, side=side)


@portal_view
def session_change(request, session_id):
    """Another day, time or place for one that is planned."""
    session, side = own_session_or_404(request, session_id, "mentor", "mentee")
    at = timezone.localtime(session.planned_at)
    first = {"day": at.date(), "time": at.strftime("%H:%M"), "place": session.place}
    form = SessionPlanForm(sent(request), initial=first)
    if taken(form, lambda said: actions.session_change(session=session, **said, by=request.user)):
        messages.success(request, gettext("Changed."))
        return redirect("matching:me")
    return form_shown(request, "session_change", form, session=session, match=session.match, side=side)


@require_POST
@portal_view
def session_coming(request, session_id):
    """One press of the young person's: I’ll be there, or I can’t."""
    session, _ = own_session_or_404(request, session_id, "mentee")
    coming = request.POST.get("coming") != "no"
    mentor = session.match.volunteer.first_name
    said = (
        gettext("Good. %(mentor)s can see that you’ll be there.")
        if coming
        else gettext("That is OK. %(mentor)s can see it.")
    )
    said %= {"mentor": mentor}
    return pressed(
        request, lambda: actions.session_coming(session=session, coming=coming, by=request.user), said, "matching:me"
    )


@require_POST
@portal_view
def session_feel(request, session_id):
    """How is it going, in one tap."""
    session, _ = own_session_or_404(request, session_id, "mentee")
    feeling = request.POST.get("feeling", "")
    if feeling not in MentoringSession.Feeling.values:
        return redirect("matching:me")
    names = own.names_in_role(session.match.scheme, Role.COORDINATOR)
    said = gettext("Thanks for saying. %(names)s can see it, your mentor can’t.") % {
        "names": listed(names) or gettext("The co-ordinator")
    }
    return pressed(
        request, lambda: actions.session_feel(session=session, feeling=feeling, by=request.user), said, "matching:me"
    )


@require_safe
@portal_view
def session_list_mine(request, match_id):
    """What we did: each reads the shared part, the mentor their own notes too (roles.md)."""
    match, side = own_pair_or_404(request, match_id, TOGETHER)
    page = sessions_told(match, request.GET.get("page", ""), request.actor, side)
    context = {"match": match, "side": side, "page": page}
    return render(request, "matching/relationships/session_list_mine.html", context)


def own_session_or_404(request, session_id, *sides):
    """A session of one of this person's matches, and their side in it; none of a mentor's where somebody stands in."""
    session = get_object_or_404(MentoringSession.objects.visible_to(request.actor), pk=session_id)
    session.match, side = own_pair_or_404(request, session.match_id, TOGETHER, sides)
    if side == "mentor" and session.with_cover_id:
        raise Http404
    return session, side
