"""Meetings with the co-ordinator there: planned and written down by staff, kept in the two's own calendars."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.pairing.meetings import actions, queries
from matching.pairing.meetings.forms import MeetingPlanForm, MeetingRecordForm, TalkedAboutForm
from matching.pairing.models import Match, Meeting
from matching.pairing.views.matches import match_or_404
from mentoring.web.calendar_file import event_file, event_response
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission

#: How long a calendar keeps free for it.
MINUTES = 60


def shown(request, template, form, match, **context):
    status = 422 if form.errors else 200
    context = {"form": form, "match": match, "is_first": match.state != Match.State.PROFILES_SHARED, **context}
    return render(request, f"matching/pairing/meetings/{template}.html", context, status=status)


def to_match(match):
    return redirect("matching:match_show", match.scheme.slug, match.pk)


def first_said(meeting, user) -> dict:
    """The form begins with what is planned already, else with whoever plans it."""
    if meeting is None or meeting.planned_at is None:
        return {"staff": user.pk}
    at = timezone.localtime(meeting.planned_at)
    kept = {name: getattr(meeting, name) for name in ("place_kind", "place", "also_there")}
    return {"day": at.date(), "time": at.strftime("%H:%M"), "staff": meeting.staff_id, **kept}


@scheme_view(Permission.MATCH_EDIT)
def meeting_plan(request, scheme, match_id):
    match = match_or_404(request, match_id)
    first = first_said(queries.meeting_of(match), request.user)
    form = MeetingPlanForm(sent(request), initial=first, staff=queries.staff_for(match))
    if taken(form, lambda said: actions.meeting_plan(match=match, **said, by=request.user)):
        messages.success(request, "Planned. Both can see it on their own page.")
        return to_match(match)
    return shown(request, "meeting_plan", form, match)


@scheme_view(Permission.MATCH_EDIT)
def meeting_record(request, scheme, match_id):
    """How a meeting went; also one that nobody had planned."""
    match = match_or_404(request, match_id)
    meeting = queries.meeting_of(match)
    at = timezone.localtime(meeting.planned_at if meeting and meeting.planned_at else timezone.now())
    first = {"day": at.date(), "time": at.strftime("%H:%M")}
    form = MeetingRecordForm(sent(request), initial=first, is_first=match.state != Match.State.PROFILES_SHARED)
    if taken(form, lambda said: actions.meeting_record(match=match, **said, by=request.user)):
        held = form.cleaned_data["outcome"] == Meeting.Outcome.HELD
        messages.success(request, f"{match} have met." if held else "Written down. Plan another time when it suits.")
        return to_match(match)
    return shown(request, "meeting_record", form, match)


@scheme_view(Permission.MATCH_EDIT)
def meeting_talked_about(request, scheme, match_id):
    match = match_or_404(request, match_id)
    meeting = queries.first_meeting_held(match)
    if meeting is None:
        raise Http404
    form = TalkedAboutForm(sent(request), already=meeting.talked_about)
    if taken(form, lambda said: actions.meeting_talked_about(meeting=meeting, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_match(match)
    return shown(request, "meeting_talked_about", form, match)


@require_safe
@portal_view
def meeting_calendar(request, meeting_id):
    """For the two and for whoever is there with them; its title names nobody."""
    rows = queries.going_ahead(Meeting.objects.visible_to(request.actor))
    meeting = get_object_or_404(rows.select_related("match__volunteer", "match__young_person"), pk=meeting_id)
    match = meeting.match
    if request.user.pk not in {match.volunteer.user_id, match.young_person.user_id, meeting.staff_id}:
        raise Http404
    written = event_file(
        uid=f"{meeting.pk}@meeting", title="A meeting", begins=meeting.planned_at, minutes=MINUTES,
        place=meeting.place, at=timezone.now(), zone=timezone.get_current_timezone(),
    )  # fmt: skip
    return event_response(written, "meeting")
