"""The database itself refuses what a model says it refuses, and goes on doing so when a table is made anew."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from mentoring.audit.actions import audit_record
from mentoring.audit.models import AuditEntry
from mentoring.refusing import Refusal, refusals_hold, triggers_found, triggers_of

TABLE = AuditEntry._meta.db_table
MODELS = [model for model in apps.get_models() if hasattr(model, "refuses")]


def found(model) -> set[str]:
    with connection.cursor() as cursor:
        return triggers_found(cursor, model._meta.db_table)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_each_refusal_is_in_the_database(db, model):
    assert found(model) == set(triggers_of(model, connection.vendor)) != set()


def test_chronologies_trail_and_what_was_said_before_are_among_them():
    names = {model._meta.label for model in MODELS}
    assert names >= {"mentoring.AuditEntry", "safeguarding.ConcernEntry", "matching.SessionAmendment"}


@pytest.fixture
def entry(cast):
    audit_record(verb="volunteer.edited", subject=cast.volunteer, scheme=cast.scheme, by=cast.coordinator)
    return AuditEntry.objects.latest("pk")


def test_a_table_made_anew_refuses_again_after_the_migration(entry):
    """Django makes a table anew on SQLite for most changes of a column, and its triggers go with the old one."""
    with connection.cursor() as cursor:
        for name in found(AuditEntry):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {TABLE}" if connection.vendor == "postgresql" else ""))
    assert AuditEntry.objects.filter(pk=entry.pk).update(verb="nothing.happened") == 1
    call_command("migrate", "mentoring", verbosity=0)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(verb="something.happened")


def test_what_a_model_no_longer_says_goes(entry, monkeypatch):
    monkeypatch.setattr(AuditEntry, "refuses", (Refusal("never again", acts=("DELETE",)),))
    refusals_hold([AuditEntry])
    assert AuditEntry.objects.filter(pk=entry.pk).update(verb="something.happened") == 1
    with pytest.raises(IntegrityError, match="never again"), transaction.atomic():
        models.QuerySet(AuditEntry).filter(pk=entry.pk).delete()
