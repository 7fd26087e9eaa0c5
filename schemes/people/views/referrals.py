"""What a referrer sees of the young people they referred: the stage, and nothing else (roles.md)."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schemes.people import queries
from schemes.people.gates import portal_view
from schemes.people.permissions import Role
from schemes.people.stages import WAY, heaps_of


@require_safe
@portal_view
def my_referrals(request):
    heaps = heaps_of(queries.own_referrals(request.actor))
    schemes = queries.schemes_in_role(request.actor, Role.REFERRER)
    return render(request, "schemes/people/my_referrals.html", {"heaps": heaps, "referring_to": schemes})


@require_safe
@portal_view
def referral_mine(request, referral_id):
    """One of them: how far they are, and what the referrer wrote themselves, kept as theirs (P5)."""
    row = next((row for row in queries.own_referrals(request.actor) if row["key"] == referral_id), None)
    if row is None:
        raise Http404
    return render(request, "schemes/people/referral_mine.html", {"row": row, "way": WAY})
