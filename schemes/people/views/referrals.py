"""What a referrer sees of the young people they referred: the stage, and nothing else (roles.md)."""

from django.shortcuts import render

from schemes.people import queries
from schemes.people.gates import portal_view
from schemes.people.permissions import Role


@portal_view
def my_referrals(request):
    referrals = queries.own_referrals(request.actor)
    schemes = queries.schemes_in_role(request.actor, Role.REFERRER)
    return render(request, "schemes/people/my_referrals.html", {"referrals": referrals, "referring_to": schemes})
