"""A technique belongs to a pair of people, so that it can be noted before they are proposed to each other."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

PAIR = {"scheme": "schemes.scheme", "volunteer": "schemes.volunteer", "young_person": "schemes.youngperson"}


def from_their_match(apps, schema_editor):
    match = apps.get_model("matching", "Match").objects.filter(pk=OuterRef("match"))
    own = {f"{name}_id": Subquery(match.values(f"{name}_id")[:1]) for name in PAIR}
    apps.get_model("matching", "Technique").objects.update(**own)


def key(model, **fields):
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="techniques", to=model, **fields)


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0006_meetings"),
    ]

    operations = [
        *[migrations.AddField("technique", name, key(model, null=True)) for name, model in PAIR.items()],
        migrations.RunPython(from_their_match, migrations.RunPython.noop),
        *[migrations.AlterField("technique", name, key(model)) for name, model in PAIR.items()],
        migrations.RemoveField("technique", "match"),
        migrations.AlterModelOptions("technique", {"ordering": ["used_on", "created_at"]}),
        migrations.AddIndex("technique", models.Index(fields=["young_person", "volunteer"], name="matching_te_young_p_a4266a_idx")),
    ]
