"""What monitoring is told (interfaces.md, "Web"; reminders.md, "heartbeat")."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from mentoring.notices.models import Heartbeat
from mentoring.web import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_well(monkeypatch):
    monkeypatch.setattr(queries, "broker_answers", lambda: True)
    for name in ("worker", "scheduler"):
        Heartbeat.objects.create(name=name, beat_at=timezone.now())


def test_live_answers_anybody(client):
    assert client.get("/health/live").status_code == 200


def test_live_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/health/live")


def test_ready_when_all_parts_run(client, all_well):
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json() == {
        "database": True,
        "broker": True,
        "worker": True,
        "scheduler": True,
        "outbox_oldest_seconds": 0,
    }


@pytest.mark.parametrize("name", ["worker", "scheduler"])
def test_not_ready_when_a_part_has_been_silent_for_too_long(client, all_well, name):
    Heartbeat.objects.filter(name=name).update(beat_at=timezone.now() - timedelta(minutes=3))
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert [part for part, well in response.json().items() if well is False] == [name]


def test_not_ready_before_the_first_beat(client):
    assert client.get("/health/ready").status_code == 503


def test_not_ready_without_a_broker(client, all_well, monkeypatch, settings):
    monkeypatch.undo()
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["broker"]) == (503, False)


def test_a_running_broker_is_found(redis_server, settings):
    settings.REDIS_URL = redis_server.url
    assert queries.broker_answers()
    redis_server.kill()
    assert not queries.broker_answers()


def test_without_a_database_the_page_says_so_and_does_not_break(client, all_well, monkeypatch):
    def gone():
        raise DatabaseError("gone")

    monkeypatch.setattr(queries.connection, "cursor", gone)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["database"] is False
    assert response.json()["outbox_oldest_seconds"] is None
