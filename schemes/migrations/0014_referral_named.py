from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def names_kept(apps, schema_editor):
    """Under which name somebody was referred was not kept: their name of today, which the referrer reads already."""
    people = apps.get_model("schemes", "YoungPerson").objects.filter(pk=OuterRef("young_person"))
    apps.get_model("schemes", "Referral").objects.update(named=Subquery(people.values("name")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("schemes", "0013_peer_readiness_and_group"),
    ]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="named",
            field=models.CharField(
                blank=True, default="", help_text="the name the young person was referred under", max_length=120
            ),
            preserve_default=False,
        ),
        migrations.RunPython(names_kept, migrations.RunPython.noop),
    ]
