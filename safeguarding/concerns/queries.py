"""Reads about concerns. What leaves this room is a yes or no, or a count: never a reason."""

from datetime import UTC, timedelta

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from mentoring.accounts.models import User
from safeguarding.concerns.absences.queries import AT_WORK, lead_is_there, there, to_tell
from safeguarding.concerns.models import Concern, ConcernGrant, ConcernSubject, Hold, co_ordinating_since
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Permission, Role
from schemes.planning.models import Scheme

PAGE = 50


def concern_readers(concern) -> list[User]:
    """The leads who can read it: live leads of its scheme, less those shut out. Ordered by name."""
    return list(
        User.objects.filter(
            Q(memberships__scheme_id=concern.scheme_id, memberships__role=Role.LEAD),
            memberships__ended_at__isnull=True,
            is_active=True,
        )
        .exclude(pk__in=shut_out(concern))
        .distinct()
        .order_by("name")
    )


def readers_there(concern, day) -> list[User]:
    """Those of them who are not away on that day: none means that a manager has to come."""
    return there(concern_readers(concern), concern.scheme_id, day)


def readers_to_tell(concern, day) -> list[User]:
    """Those who are there; where all are away all of them, so that no notice is lost."""
    return to_tell(concern_readers(concern), concern.scheme_id, day)


def shut_out(concern) -> set:
    """Keys of those who never read it: whom it is about, and those shut out of the complaint it came from."""
    rows = ConcernSubject.objects.filter(concern=concern)
    keys = {key for row in rows.values_list("user_id", "volunteer__user_id", "young_person__user_id") for key in row}
    if complaint := getattr(concern, "complaint", None):
        keys |= set(complaint.subjects.values_list("user_id", flat=True))
        if complaint.is_independent:
            then = co_ordinating_since(complaint.created_at).filter(scheme_id=concern.scheme_id)
            keys |= set(then.values_list("user_id", flat=True))
    return keys - {None}


def people_at_work(schemes) -> list[User]:
    """Who works for these schemes: the names offered when a concern may be about one of them."""
    staff = Membership.objects.filter(scheme__in=list(schemes), role__in=STAFF, ended_at__isnull=True)
    return list(User.objects.filter(pk__in=staff.values("user")).order_by("name"))


def who_cannot_read(concern) -> list[User]:
    """The staff of the scheme who do not see it: told to whoever raised it, so that they know whom it stays from."""
    readers = set(concern_readers(concern))
    return [user for user in people_at_work([concern.scheme_id]) if user not in readers]


def memberships_to_let_in(concern):
    """Staff roles that a lead may let in by name: not those shut out, not those who lead anyway."""
    return (
        Membership.objects.filter(scheme_id=concern.scheme_id, role__in=STAFF, ended_at__isnull=True)
        .exclude(role=Role.LEAD)
        .exclude(user__in=shut_out(concern))
        .select_related("user")
        .order_by("user__name")
    )


def has_open_hold(volunteer) -> bool:
    """Is this mentor held back from introductions? Why stays in this room."""
    return Hold.objects.open().filter(volunteer=volunteer).exists()


def holds(scheme=None):
    """Keys of volunteers with an open hold, as a queryset to filter with."""
    found = Hold.objects.open()
    return (found.filter(scheme=scheme) if scheme else found).values("volunteer")


def sessions_stopped():
    """Keys of volunteers who meet nobody for now, as a queryset to filter with. Why stays in this room."""
    return Hold.objects.open().filter(stops_sessions=True).values("volunteer")


def managers_apart_from_shut_out(concern) -> list[User]:
    """Who opens a concern when nobody leads safeguarding, or the one who does is its subject."""
    managers = Membership.objects.filter(scheme_id=concern.scheme_id, role=Role.MANAGER, ended_at__isnull=True)
    return list(User.objects.filter(pk__in=managers.values("user")).exclude(pk__in=shut_out(concern)))


def concerns_behind_glass(scheme, user) -> list[Concern]:
    """What a manager may break the glass of: open concerns that no lead has taken on, or that no lead who is there can
    read; never one about themselves. Oldest first."""
    today = timezone.localdate()
    found = Concern.objects.filter(Concern.not_about(user), scheme=scheme).exclude(state=Concern.State.CLOSED)
    return [
        concern
        for concern in found.select_related("complaint").order_by("created_at")
        if concern.state == Concern.State.RAISED or not readers_there(concern, today)
    ]


def has_live_grant(concern, user) -> bool:
    return ConcernGrant.objects.live(timezone.now()).filter(concern=concern, membership__user=user).exists()


def grants_resting_on(membership):
    return ConcernGrant.objects.filter(membership=membership, ended_at__isnull=True)


def concerns_raised_by(user):
    """What somebody raised, newest first: they learn that it was received and read, and nothing more."""
    return Concern.objects.filter(raised_by=user).select_related("scheme")


def schemes_to_raise_in(actor):
    """Schemes this person has anything to do with: a role now, or a record of theirs."""
    return Scheme.objects.filter(
        Q(pk__in=list(actor.roles))
        | Q(young_people__user=actor.user)
        | Q(volunteers__user=actor.user)
        | Q(referrals__referrer=actor.user)
    ).distinct()


def manager_membership(scheme, user):
    return Membership.objects.filter(scheme=scheme, user=user, role=Role.MANAGER, ended_at__isnull=True).first()


def concerns_listed(actor, show: str, before: str) -> dict:
    """A page of a lead's list, newest first, and how to go on; `show` is "open", "closed" or "all"."""
    mine = Concern.objects.visible_to(actor)
    choices = {
        "open": mine.exclude(state=Concern.State.CLOSED),
        "closed": mine.filter(state=Concern.State.CLOSED),
        "all": mine,
    }
    show = show if show in choices else "open"
    counts = {name: rows.count() for name, rows in choices.items()}
    since = parse_datetime_or_none(before)
    rows = choices[show].filter(created_at__lt=since) if since else choices[show]
    rows = list(rows[: PAGE + 1])
    older = rows[PAGE - 1].created_at.isoformat() if len(rows) > PAGE else ""
    return {"concerns": rows[:PAGE], "show": show, "counts": counts, "older": older}


def parse_datetime_or_none(words: str):
    """An instant from an address, or None: an address that was tampered with shows the first page."""
    try:
        found = parse_datetime(words)
        return found.astimezone(UTC) if found and timezone.is_aware(found) else None
    except (ValueError, OverflowError):
        return None


def concern_parts(concern) -> dict:
    """What hangs on a concern, for its page."""
    return {
        "subjects": concern.subjects.select_related("user", "volunteer", "young_person"),
        "grants": concern.grants.live(timezone.now()).select_related("membership__user"),
        "referrals": list(concern.referrals.select_related("by", "concern__scheme")),
        "holds": concern.holds.open().select_related("volunteer"),
        "readers": concern_readers(concern),
    }


def holds_one_of(user, scheme_id, roles) -> bool:
    return Membership.objects.filter(user=user, scheme_id=scheme_id, role__in=roles, ended_at__isnull=True).exists()


def concerns_open():
    return Concern.objects.exclude(state=Concern.State.CLOSED).select_related("scheme", "complaint")


def concerns_raised():
    """Not taken on by a lead yet."""
    return Concern.objects.filter(state=Concern.State.RAISED).select_related("scheme", "complaint")


def glass_broken_lately(at):
    """Grants of the last week that a manager took without a lead."""
    lately = ConcernGrant.objects.filter(is_break_glass=True, created_at__gte=at - timedelta(days=7))
    return lately.select_related("concern__scheme", "membership")


def schemes_managed(actor, day) -> list[Scheme]:
    """Those of this manager, each with `waits`: something waits that no lead who is there can read; and with
    `has_lead`: somebody leads on that day."""
    managed = Scheme.objects.filter(pk__in=actor.schemes_for(Permission.CONCERN_BREAK_GLASS))
    found = list(managed.annotate(has_lead=lead_is_there(day)))
    for scheme in found:
        behind = concerns_behind_glass(scheme, actor.user)
        scheme.waits = any(not readers_there(concern, day) for concern in behind)
    return found


def nobody_leads(scheme) -> bool:
    """A scheme at work in which no lead is there, as `schemes_managed` gives it."""
    return scheme.state in AT_WORK and not scheme.has_lead


def concerns_let_in(actor):
    """Concerns that somebody was let in to by name, each with `open_until`."""
    live = ConcernGrant.objects.live(timezone.now()).filter(concern=OuterRef("pk"), membership__user=actor.user)
    mine = Concern.objects.visible_to(actor).exclude(scheme_id__in=actor.schemes_with(Role.LEAD))
    return mine.annotate(open_until=Subquery(live.order_by("-ends_at").values("ends_at")[:1])).select_related("scheme")
