"""The database itself holds two rules on both engines: a concern's chronology and its steps are never changed or
removed, and what was disclosed by a volunteer is kept six months at most (DBS code of practice)."""

from django.db import migrations

CHRONOLOGY = ("safeguarding_concernentry", "safeguarding_concernstatechange")
DECISION = "safeguarding_riskdecision"
TOO_LONG = "what was disclosed is kept six months at most"


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in CHRONOLOGY:
            schema_editor.execute(
                f"CREATE FUNCTION {table}_refuse() RETURNS trigger AS $$ "
                "BEGIN RAISE EXCEPTION 'a chronology is append-only'; END; $$ LANGUAGE plpgsql; "
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse();"
            )
        schema_editor.execute(
            f"ALTER TABLE {DECISION} ADD CONSTRAINT {DECISION}_six_months "
            "CHECK (purge_on <= decided_on + interval '6 months')"
        )
        return
    for table in CHRONOLOGY:
        for act in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a chronology is append-only'); END"
            )
    for act in ("INSERT", "UPDATE"):
        schema_editor.execute(
            f"CREATE TRIGGER {DECISION}_six_months_{act.lower()} BEFORE {act} ON {DECISION} "
            "WHEN NEW.purge_on > date(NEW.decided_on, '+6 months') "
            f"BEGIN SELECT RAISE(ABORT, '{TOO_LONG}'); END"
        )


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in CHRONOLOGY:
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}; DROP FUNCTION {table}_refuse();")
        schema_editor.execute(f"ALTER TABLE {DECISION} DROP CONSTRAINT {DECISION}_six_months")
        return
    for table in CHRONOLOGY:
        for act in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{act}")
    for act in ("insert", "update"):
        schema_editor.execute(f"DROP TRIGGER {DECISION}_six_months_{act}")


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards, elidable=False)]
