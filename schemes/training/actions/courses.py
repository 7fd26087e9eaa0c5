"""Writes about courses and their modules (S11, R9). Nothing that was taught is ever deleted; it is retired."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.training.models import Course, Module
from schemes.training.programmes import programme_named


@transaction.atomic
def course_add(*, scheme, title, made_for="", by) -> Course:
    """A course of modules."""
    course = Course.objects.create(scheme=scheme, title=title, made_for=made_for)
    audit_record(verb="course.added", subject=course, scheme=scheme, by=by)
    return course


@transaction.atomic
def course_start(*, scheme, programme: str, by) -> Course:
    """A course with all the modules of a ready-made programme; from then on it is the scheme's own to change."""
    ready = programme_named(programme)
    if ready is None:
        raise Refused("There is no programme of that name.")
    course = course_add(scheme=scheme, title=ready.title, made_for=ready.made_for, by=by)
    for module in ready.modules:
        module_add(course=course, by=by, **asdict(module))
    return course


@transaction.atomic
def course_edit(*, course, changes: dict, by) -> Course:
    return _edit(course, changes, course.scheme, by)


@transaction.atomic
def course_retire(*, course, by) -> Course:
    """No longer taught, or taught again; what people heard in it still counts."""
    return _retire(course, course.scheme, by)


@transaction.atomic
def module_add(*, course, topic, hours, by, **more) -> Module:
    """Part of a course on one topic; it comes last. `more`: its other fields."""
    locked(course.scheme)  # a topic more may be needed: whoever introduces two at this moment sees it, or came first
    last = course.modules.order_by("-position").values_list("position", flat=True).first()
    module = Module.objects.create(
        course=course,
        topic=topic,
        hours=hours,
        position=(last or 0) + 1,
        **more,
    )
    audit_record(verb="module.added", subject=module, scheme=course.scheme, details={"topic": topic}, by=by)
    return module


@transaction.atomic
def module_edit(*, module, changes: dict, by) -> Module:
    return _edit(module, changes, module.course.scheme, by)


@transaction.atomic
def module_move(*, module, up: bool, by) -> None:
    """One place up or down in its course; the whole course is numbered anew. One that is retired has no place."""
    locked(module.course)
    order = list(module.course.modules.filter(retired_at=None))
    if module not in order:
        return
    at = order.index(module)
    to = max(at - 1, 0) if up else min(at + 1, len(order) - 1)
    order.insert(to, order.pop(at))
    for position, each in enumerate(order, 1):
        each.position = position
    Module.objects.bulk_update(order, ["position"])
    audit_record(verb="module.edited", subject=module, scheme=module.course.scheme, details={"to": to + 1}, by=by)


@transaction.atomic
def module_retire(*, module, by) -> Module:
    """No longer taught nor required, or taught again; whoever heard it keeps the hours."""
    return _retire(module, module.course.scheme, by)


def _edit(row, changes: dict, scheme, by):
    """What counts as trained may change with it, so the scheme is held as for a new module."""
    locked(scheme)
    row = locked(row)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes))
    verb = f"{row._meta.model_name}.edited"
    audit_record(verb=verb, subject=row, scheme=scheme, details={"fields": sorted(changes)}, by=by)
    return row


def _retire(row, scheme, by):
    locked(scheme)
    row = locked(row)
    row.retired_at = None if row.retired_at else timezone.now()
    row.save(update_fields=["retired_at"])
    verb = f"{row._meta.model_name}.{'retired' if row.retired_at else 'reopened'}"
    audit_record(verb=verb, subject=row, scheme=scheme, by=by)
    return row
