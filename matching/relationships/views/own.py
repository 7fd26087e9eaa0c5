"""Somebody's own page: as a young person, as a mentor, as both, as a referrer (P4)."""

from django.shortcuts import render
from django.utils import timezone

from matching.relationships import own
from matching.relationships.models import MentoringSession
from schemes.people.gates import portal_view
from schemes.people.permissions import Role


@portal_view
def me(request):
    """What is next for me."""
    now = timezone.now()
    context = {
        "mentee_sides": own.own_mentee(request.user, now),
        "mentor_sides": own.own_mentor(request.user, now),
        "refers": bool(request.actor.schemes_with(Role.REFERRER)),
        "feelings": MentoringSession.Feeling.choices[1:],
    }
    return render(request, "matching/relationships/me.html", context)
