"""The scheme gate and the portal gate: sign-in, role, second factor, before a view runs.

Whoever is not of the scheme gets 404, as if it were not there; a member without the ability gets 403.
"""

from collections import defaultdict
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils.functional import SimpleLazyObject

from mentoring.accounts.second_factor import has_second_factor, second_factor_first
from mentoring.web.gates import Gate
from schemes.people.actors import Actor
from schemes.people.models import Membership, Volunteer
from schemes.people.permissions import Permission
from schemes.people.reached import Reached

_OWN_RECORDS = Volunteer.objects.filter(user=OuterRef("user"), scheme=OuterRef("scheme"))
#: Every record they have there as a volunteer is of somebody who was never approved; one that was makes them a mentor.
ONLY_APPLIED = Exists(_OWN_RECORDS.filter(reached__lt=Reached.APPROVED)) & ~Exists(
    _OWN_RECORDS.filter(reached=Reached.APPROVED)
)


def actor_of(user) -> Actor:
    """The user with the roles they hold at this moment: a role that ended is gone on the next request."""
    roles, schemes, only_applied = defaultdict(set), {}, set()
    live = Membership.objects.filter(user=user, ended_at__isnull=True).select_related("scheme")
    for membership in live.annotate(only_applied=ONLY_APPLIED):
        roles[membership.scheme_id].add(membership.role)
        schemes[membership.scheme_id] = membership.scheme
        if membership.only_applied:
            only_applied.add(membership.scheme_id)
    held = {scheme_id: frozenset(those) for scheme_id, those in roles.items()}
    return Actor(user, held, schemes=schemes, only_applied=frozenset(only_applied))


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
            if request.actor.needs_second_factor and not has_second_factor(request):
                return second_factor_first(request)
            return view(request, scheme=found, **kwargs)

        opened.gate = Gate("scheme", permission)
        return opened

    return gate


def portal_view(view):
    """Open to whoever is signed in, for what is their own: `visible_to(request.actor)` and own rows do the rest.

    Whoever reads of other people by a role they hold anywhere needs their second factor here: a mentor and a referrer
    read of a young person on these pages, and so does a supervisor who mentors (roles.md, security row 7).
    """

    @wraps(view)
    def opened(request, **kwargs):
        if request.actor.needs_second_factor and not has_second_factor(request):
            return second_factor_first(request)
        return view(request, **kwargs)

    opened.gate = Gate("portal")
    return opened


HOLDS_NOBODY_UP = "holds nobody up"


def worried_view(view):
    """A page on which somebody tells what worries them, or that they are out alone and back: it names no young person,
    and nobody is held up before it."""
    view.gate = Gate("portal", HOLDS_NOBODY_UP)
    return view
