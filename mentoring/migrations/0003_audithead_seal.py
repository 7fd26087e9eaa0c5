from django.db import migrations, models

from mentoring.audit.chain import Anchor, seal_of
from mentoring.fields import keys_for


def heads_sealed(apps, schema_editor):
    """Heads from before are sealed as they stand."""
    for head in apps.get_model("mentoring", "AuditHead").objects.all():
        head.seal = seal_of(Anchor(head.chain, head.length, head.last_hash), keys_for("audit")[0])
        head.save(update_fields=["seal"])


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0002_erasing")]

    operations = [
        migrations.AddField("audithead", "seal", models.CharField(default="", max_length=64)),
        migrations.RunPython(heads_sealed, migrations.RunPython.noop),
    ]
