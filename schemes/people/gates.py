"""The scheme gate and the portal gate: sign-in, role, second factor, before a view runs.

Whoever is not of the scheme gets 404, as if it were not there; a member without the ability gets 403.
"""

from collections import defaultdict
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from mentoring.accounts.second_factor import has_second_factor
from mentoring.web.gates import Gate
from schemes.people.actors import Actor
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Permission


def actor_of(user) -> Actor:
    """The user with the roles they hold at this moment: a role that ended is gone on the next request."""
    roles, schemes = defaultdict(set), {}
    for membership in Membership.objects.filter(user=user, ended_at__isnull=True).select_related("scheme"):
        roles[membership.scheme_id].add(membership.role)
        schemes[membership.scheme_id] = membership.scheme
    return Actor(user, {scheme_id: frozenset(held) for scheme_id, held in roles.items()}, schemes=schemes)


class ActorMiddleware:
    """`request.actor`, looked up only when asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            request.actor = SimpleLazyObject(lambda: actor_of(request.user))
        return self.get_response(request)


def scheme_view(permission: Permission):
    """Open to those who have the ability in the scheme of the address. The view gets the Scheme in place of its slug,
    and `request.actor` narrowed to it; `request.in_scheme` is it (`request.scheme` is Django's own http or https)."""

    def gate(view):
        @wraps(view)
        def opened(request, scheme, **kwargs):
            found = request.actor.scheme_named(scheme)
            if found is None:
                raise Http404
            if not request.actor.may(permission, found):
                raise PermissionDenied
            request.in_scheme, request.actor = found, request.actor.within(found)
            if request.actor.roles[found.pk] & STAFF and not has_second_factor(request):
                return redirect("mfa_index")
            return view(request, scheme=found, **kwargs)

        opened.gate = Gate("scheme", permission)
        return opened

    return gate


def portal_view(view):
    """Open to whoever is signed in, for what is their own: `visible_to(request.actor)` and own rows do the rest.

    Whoever holds a staff role anywhere needs their second factor here too: a supervisor who mentors reads of a young
    person on these pages (roles.md).
    """

    @wraps(view)
    def opened(request, **kwargs):
        if request.actor.is_staff and not has_second_factor(request):
            return redirect("mfa_index")
        return view(request, **kwargs)

    opened.gate = Gate("portal")
    return opened


def worried_view(view):
    """A page on which somebody tells what worries them: it names no young person, and nobody is held up before it."""
    view.gate = Gate("portal")
    return view
