"""Reads about courses and their modules (S11, R9)."""

from django.db.models import Prefetch

from schemes.training.models import Course, Module
from schemes.training.queries.standings import live_modules


def courses(scheme, *, retired: bool = False):
    """Courses with their live modules in order; the retired ones only when asked for."""
    shown = Prefetch("modules", Module.objects.filter(retired_at=None), "live_modules")
    found = Course.objects.filter(scheme=scheme).prefetch_related(shown)
    return found if retired else found.filter(retired_at=None)


def modules(scheme):
    """What can be taught in a session."""
    return (
        live_modules(scheme)
        .filter(is_self_study=False)
        .select_related("course")
        .order_by("course__title", "position", "created_at")
    )


def modules_of(scheme):
    """Every module of the scheme's courses, retired ones too: for the pages that change them."""
    return Module.objects.filter(course__scheme=scheme).select_related("course__scheme")
