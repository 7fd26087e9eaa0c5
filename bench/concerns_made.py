"""Concerns of ten schemes, each opened to its lead by a direct grant; and the two ways to list them. Runs in Django."""

import time
from collections.abc import Callable

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils import timezone
from guardian.backends import ObjectPermissionBackend

from bench.many_rows import copies, settle
from mentoring.accounts.models import User
from safeguarding.models import Concern, ConcernSubject
from schemes.models import Scheme
from schemes.people.actions import membership_grant
from schemes.people.gates import actor_of
from schemes.planning.actions import scheme_start

SCHEMES, PAGE = 10, 50


def make(*, size: int) -> None:
    """`size` concerns; each lead may read a tenth of them, and each scheme has one that is about its own lead."""
    for number in range(SCHEMES):
        lead = User.objects.make(email=f"lead{number}@bench.example", name="Sam Okoye", password="seventeen steps")
        scheme = scheme_start(name=f"Scheme {number}", slug=f"scheme-{number}", by=lead)
        membership_grant(scheme=scheme, user=lead, role="lead", by=lead)
        sample = Concern.objects.create(
            scheme=scheme,
            raised_by=lead,
            happened="Something worrying.",
            acknowledge_by=timezone.now(),
            decide_by=timezone.now(),
        )
        copies(sample, size // SCHEMES - 1, series=number)
        ConcernSubject.objects.create(concern=sample, user=lead)
        open_to(lead, scheme)
    settle()


def open_to(lead, scheme) -> None:
    """A guardian row on each concern of the scheme, as raising one writes it."""
    kind = ContentType.objects.get_for_model(Concern)
    right = Permission.objects.get(content_type=kind, codename=Concern.guarded_as)
    keys = [lead.pk.hex, scheme.pk.hex] if connection.vendor == "sqlite" else [str(lead.pk), str(scheme.pk)]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO safeguarding_concernuserpermission (user_id, permission_id, content_object_id) "
            f"SELECT '{keys[0]}', {right.pk}, id FROM safeguarding_concern WHERE scheme_id = '{keys[1]}'"
        )


def seconds(*, rounds: int) -> dict[str, list[float]]:
    """Seconds of each way, a figure per round; the ways take turns. Both lists must be the same."""
    lead = User.objects.get(email="lead0@bench.example")
    actor = actor_of(lead).within(Scheme.objects.get(slug="scheme-0"))
    rows = list(Concern.objects.visible_to(actor)[:PAGE])
    keys = {row.pk for row in rows}
    if keys != {row.pk for row in plain(actor)[:PAGE]}:
        raise RuntimeError("the two lists differ, so their times say nothing")
    guardian = ObjectPermissionBackend()
    ways = {
        "guarded": lambda: list(Concern.objects.visible_to(actor)[:PAGE]),
        "plain": lambda: list(plain(actor)[:PAGE]),
        "one query": lambda: set(open_among(actor, keys)),
        "has_perm each": lambda: [guardian.has_perm(lead, "safeguarding.read_concern", row) for row in rows],
    }
    return timed(ways, rounds)


def plain(actor):
    """What a list guarded by its scheme alone would ask: its key, and one Exists on whom it is about."""
    about_me = ConcernSubject.objects.filter(concern=OuterRef("pk"), user=actor.user)
    return Concern.objects.filter(~Exists(about_me), scheme_id=actor.inside)


def open_among(actor, keys):
    """Which of these open to this person: one query, whatever their number."""
    return Concern.objects.visible_to(actor).filter(pk__in=keys).order_by().values_list("pk", flat=True)


def timed(ways: dict[str, Callable], rounds: int, inner: int = 3) -> dict[str, list[float]]:
    found = {name: [] for name in ways}
    for _ in range(rounds + 1):  # the first round warms up
        for name, way in ways.items():
            began = time.perf_counter()
            for _ in range(inner):
                way()
            found[name].append((time.perf_counter() - began) / inner)
    return {name: each[1:] for name, each in found.items()}
