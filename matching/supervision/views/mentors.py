"""A supervisor's small home: today and the days to come, and each of their mentors with what is due (S14, L6, P8)."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.supervision.mentors import mentors_of
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_mentors(request, scheme):
    context = {"home": mentors_of(request.actor, scheme, timezone.now())}
    return render(request, "matching/supervision/supervision_mentors.html", context)
