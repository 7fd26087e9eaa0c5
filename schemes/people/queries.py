"""Reads about people of a scheme."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q

from mentoring.accounts.models import User
from mentoring.fields import SealedTextField
from mentoring.web.counts import counts_of
from mentoring.web.keyset import KeysetPage, keyset_page
from schemes.people.models import Invitation, Membership, Referral, Volunteer
from schemes.people.permissions import Permission, Role
from schemes.people.rosters import COLUMNS, Filters, roster_row
from schemes.people.stages import stage_row
from schemes.people.tokens import token_hash
from schemes.planning.models import Scheme


@dataclass(frozen=True)
class Roster:
    """One page of a list with its counts: `states` as (value, words, how many), `areas` as those found."""

    page: KeysetPage
    rows: list[dict]
    states: list[tuple[str, str, int]]
    areas: list[str]
    shown: int
    everybody: int


def roster_rows(model, actor, scheme, filters: Filters):
    """The people of a list as the address asks for them."""
    found = _searched(model.objects.visible_to(actor).filter(scheme=scheme), filters.q)
    if filters.area:
        found = found.filter(area=filters.area)
    return found.filter(state=filters.state) if filters.state else found


def roster(model, actor, scheme, filters: Filters, *, after: str, before: str, today: date) -> Roster:
    """A page of the list: two queries, however long the list is."""
    counts = _counts(model, actor, scheme, filters.q)
    in_area = Counter()
    for (state, area), number in counts.items():
        if not filters.area or area == filters.area:
            in_area[state] += number
    words = dict(model.State.choices)
    page = keyset_page(roster_rows(model, actor, scheme, filters), COLUMNS, after=after, before=before)
    return Roster(
        page=page,
        rows=[roster_row(values, words, today) for values in page.rows],
        states=[(value, str(label), in_area[value]) for value, label in model.State.choices if in_area[value]],
        areas=sorted({area for _, area in counts if area}),
        shown=in_area[filters.state] if filters.state else in_area.total(),
        everybody=in_area.total(),
    )


def roster_download(rows) -> Iterator:
    """Every row of a list as shown, newest first, without holding them all at once."""
    unread = [field.name for field in rows.model._meta.concrete_fields if _sealed_away(field)]
    rows = rows.defer(*unread)
    joined = rows.select_related("supervisor") if rows.model is Volunteer else rows
    return joined.order_by("-created_at", "id").iterator(chunk_size=2000)


def _sealed_away(field) -> bool:
    """Sealed words that no list shows: opening them costs more than the rest of the row."""
    return isinstance(field, SealedTextField) and not field.name.startswith("contact_")


def _searched(people, q: str):
    return people.filter(Q(name__icontains=q) | Q(ref__iexact=q) | Q(email__icontains=q)) if q else people


def _counts(model, actor, scheme, q: str) -> Mapping[tuple[str, str], int]:
    """How many by state and area; see counts_of for lists that everybody on the staff sees whole."""
    if actor.reads_all_inside(Permission.PEOPLE_READ) and not q:
        return counts_of((model._meta.label, scheme.pk), lambda: _counted(model, actor, scheme, q))
    return _counted(model, actor, scheme, q)


def _counted(model, actor, scheme, q: str) -> dict[tuple[str, str], int]:
    people = _searched(model.objects.visible_to(actor).filter(scheme=scheme), q).order_by()
    # Count("*"), not the key: the index of state and area then holds all that is asked (270 ms become 10 at 100,000).
    return {(state, area): n for state, area, n in people.values_list("state", "area").annotate(n=Count("*"))}


def state_story(person) -> list:
    """The steps of somebody's way so far, oldest first, with who took them."""
    return list(person.state_changes.select_related("by").order_by("created_at"))


def members_shown(actor, scheme):
    """Who holds which role now, as far as this person may see names."""
    return live_members(scheme).filter(pk__in=Membership.objects.visible_to(actor).values("pk"))


def live_members(scheme):
    """Who holds which role now."""
    return (
        Membership.objects.filter(scheme=scheme, ended_at__isnull=True)
        .select_related("user")
        .order_by("role", "user__name")
    )


def open_invitations(actor, scheme):
    """Invitations nobody has taken up or taken back, run out or not, as far as this person may see names."""
    return _open(Invitation.objects.visible_to(actor).filter(scheme=scheme))


def _open(invitations):
    waiting = invitations.filter(taken_up_at__isnull=True, withdrawn_at__isnull=True)
    return waiting.select_related("invited_by", "scheme").order_by("-created_at")


def expired_invitations(actor, now: datetime):
    """Invitations that ran out before they were taken up, for the one who has to send a new one."""
    return _open(Invitation.objects.visible_to(actor)).filter(expires_at__lt=now)


def first_referral(young_person) -> Referral | None:
    """How they came."""
    return young_person.referrals.select_related("referrer").order_by("created_at").first()


def own_referrals(actor) -> list[dict]:
    """What a referrer may see of those they referred: the stage only (roles.md), while they hold the role, under the
    name they were referred by. Whoever takes a new name decides who learns it."""
    mine = Referral.objects.filter(referrer=actor.user, scheme_id__in=actor.schemes_with(Role.REFERRER))
    found = mine.select_related("scheme").annotate(state=F("young_person__state"))
    return [stage_row(row, row.named, row.state) for row in found.order_by("-received_on", "-created_at")]


def supervisors_of(scheme):
    """People who can supervise a mentor here: supervisors, and co-ordinators who do it themselves."""
    return User.objects.filter(
        memberships__scheme=scheme,
        memberships__ended_at__isnull=True,
        memberships__role__in=[Role.SUPERVISOR, Role.COORDINATOR],
    ).distinct()


def campaigns(scheme):
    """The ways by which volunteers of this scheme were asked."""
    return scheme.campaigns.order_by("channel")


def paused_from(volunteer) -> str:
    """The state a paused volunteer goes back to; "" for everybody else."""
    if volunteer.state != "paused":
        return ""
    return volunteer.state_changes.filter(to_state="paused").order_by("-created_at").first().from_state


def open_invitation_of(person) -> Invitation | None:
    """The link this volunteer or young person has been sent and has not used yet."""
    field = "volunteer" if isinstance(person, Volunteer) else "young_person"
    return _open(Invitation.objects.filter(**{field: person})).first()


def invitation_by_token(token: str) -> Invitation | None:
    """The invitation a one-time link belongs to, used or not."""
    return Invitation.objects.select_related("scheme").filter(token_hash=token_hash(token)).first()


def account_of(email: str) -> User | None:
    """Has somebody with this address an account already?"""
    return User.objects.filter(email=email.lower()).first()


def schemes_in_role(actor, role: Role):
    """Schemes in which this person holds the role."""
    return Scheme.objects.filter(pk__in=actor.schemes_with(role))


def schemes_of_staff(actor) -> list[Scheme]:
    """Schemes in which this person holds a role, without those where they only mentor, have a mentor or refer."""
    own = {Role.MENTOR, Role.MENTEE, Role.REFERRER}
    working = [actor.schemes[key] for key, held in actor.roles.items() if held - own]
    return sorted(working, key=lambda scheme: scheme.name)


def running_schemes() -> list:
    """Keys of the schemes that are not closed."""
    return list(Scheme.objects.exclude(state=Scheme.State.CLOSED).values_list("pk", flat=True))
