"""Somebody's own page: as a young person, as a mentor, as both, as a referrer (P4)."""

from django.shortcuts import render
from django.utils import timezone

from matching.pairing.meetings.checklist import what_they_talk_about
from matching.relationships import own
from matching.relationships.models import MentoringSession
from mentoring.web.context import gathered
from schemes.people.gates import portal_view
from schemes.people.permissions import Role


@portal_view
def me(request):
    """What is next for me."""
    now = timezone.now()
    request.nav_links = []  # they stand at the foot of this page, so that what is next comes first on a telephone
    context = {
        "mentee_sides": own.own_mentee(request.user, now),
        "mentor_sides": own.own_mentor(request.user, now),
        "refers": bool(request.actor.schemes_with(Role.REFERRER)),
        "first_talk": what_they_talk_about(),
        "feelings": MentoringSession.Feeling.choices[1:],
        "links": [pair for pair in gathered("portal_links", request.actor) if pair[1] != request.path],
    }
    return render(request, "matching/relationships/me.html", context)
