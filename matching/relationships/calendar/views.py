"""When we meet, in one's own calendar: a private link that its owner makes, makes anew and switches off; or a file."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.relationships.calendar import actions, queries
from matching.relationships.calendar.models import CalendarFeed
from matching.relationships.models import MentoringSession
from matching.relationships.views.sessions import own_session_or_404
from mentoring.web.calendar_file import calendar_file, event_response
from mentoring.web.gates import public
from mentoring.web.limits import feed_link
from schemes.people.gates import portal_view
from schemes.people.permissions import Role

OWN_LINK = "the private link is the right: a calendar cannot sign in; it says times, and names nobody"


def for_the_two(request) -> None:
    """Mentors and young people have such a page; for others it is not there."""
    if not request.actor.schemes_with(Role.MENTOR, Role.MENTEE):
        raise Http404


@require_safe
@portal_view
def calendar_show(request):
    for_the_two(request)
    return shown(request)


@require_POST
@portal_view
def calendar_make(request):
    """The link stands on the page that answers, and nowhere else: it is not kept."""
    for_the_two(request)
    token = actions.calendar_make(with_place=request.POST.get("with_place") == "on", by=request.user)
    return shown(request, request.build_absolute_uri(reverse("matching:calendar_feed", args=[token])))


def shown(request, link: str = ""):
    feed = CalendarFeed.objects.visible_to(request.actor).first()
    context = {"feed": feed, "link": link, "opens": link.replace("https://", "webcal://", 1)}
    return render(request, "matching/relationships/calendar_show.html", context)


@require_POST
@portal_view
def calendar_stop(request):
    for_the_two(request)
    actions.calendar_stop(by=request.user)
    messages.success(request, gettext("Switched off. The old link shows nothing any more."))
    return redirect("matching:calendar_show")


@require_safe
@public(OWN_LINK)
@feed_link
def calendar_feed(request, token):
    feed = queries.feed_by_token(token)
    if feed is None:
        raise Http404
    now = timezone.now()
    answer = HttpResponse(
        calendar_file(queries.appointments_of(feed, now), at=now), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_safe
@portal_view
def session_calendar(request, session_id):
    """One session as a file for the calendar, with its place: they asked for it themselves."""
    session, _ = own_session_or_404(request, session_id, "mentor", "mentee")
    if session.outcome != MentoringSession.Outcome.PLANNED:
        raise Http404
    written = calendar_file([queries.appointment_of(session, with_place=True)], at=timezone.now())
    return event_response(written, "meeting")
