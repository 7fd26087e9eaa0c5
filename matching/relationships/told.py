"""Whom a young person tells something in confidence: the co-ordinators, and never the other half of the pair."""

from django.db.models import Q

from schemes.people.permissions import Permission


def told_to(actor) -> Q:
    """Rows of matches that this person reads as a co-ordinator. Whoever is one of the two reads none of them so: a
    mentor never does, also where they co-ordinate too."""
    one_of_two = Q(match__volunteer__user=actor.user) | Q(match__young_person__user=actor.user)
    return Q(match__scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT)) & ~one_of_two
