"""What the health page asks of the machinery. Each answers in a second or two, also when a part is gone."""

from datetime import datetime
from pathlib import Path

import redis
from django.conf import settings
from django.db import DatabaseError, connection

from mentoring.notices.models import Letter, Notice
from mentoring.notices.queries import beats

__all__ = ["beats", "broker_answers", "database_answers", "outbox_oldest_seconds"]


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def broker_answers() -> bool:
    """Redis or Valkey, asked for a PONG; the filesystem transport is well when its folder is there."""
    if not settings.REDIS_URL:
        return Path(settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"]).is_dir()
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def outbox_oldest_seconds(now: datetime) -> int:
    """For how long the longest-waiting notice or letter could have gone out and has not; 0 when none waits."""
    firsts = (
        model.objects.filter(progress__in=[model.State.QUEUED, model.State.CLAIMED], not_before__lte=now)
        .order_by("not_before")
        .values_list("not_before", flat=True)
        .first()
        for model in (Notice, Letter)
    )
    oldest = min(filter(None, firsts), default=None)
    return int((now - oldest).total_seconds()) if oldest else 0
