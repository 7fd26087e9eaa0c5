"""Two pages for whatever watches over an installation. They tell of machinery only, never of anybody."""

from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import queries
from .gates import public


@require_safe
@public("a load balancer asks it, and it says only that the web server answers")
@never_cache
def health_live(request):
    return JsonResponse({"web": True})


@require_safe
@public("monitoring asks it, and it says only which machinery runs")
@never_cache
def health_ready(request):
    """200 when all parts run; 503 and which one does not otherwise."""
    now = timezone.now()
    database = queries.database_answers()
    parts = {
        "database": database,
        "broker": queries.broker_answers(),
        "worker": database and queries.beats("worker", now),
        "scheduler": database and queries.beats("scheduler", now),
    }
    waiting = queries.outbox_oldest_seconds(now) if database else None
    return JsonResponse({**parts, "outbox_oldest_seconds": waiting}, status=200 if all(parts.values()) else 503)
