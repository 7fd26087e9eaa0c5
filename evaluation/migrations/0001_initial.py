import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=200, verbose_name='decision')),
                ('fed_into', models.CharField(blank=True, help_text='app.model:key of what it became', max_length=90)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(verbose_name='to')),
                ('went_well', models.TextField(blank=True, verbose_name='what went well')),
                ('to_change', models.TextField(blank=True, verbose_name='what to change')),
                ('met_on', models.DateField(blank=True, null=True, verbose_name='review meeting held on')),
                ('who_met', models.CharField(blank=True, max_length=300, verbose_name='who took part')),
            ],
            options={
                'ordering': ['-to_on'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(verbose_name='to')),
                ('prepared_for', models.CharField(blank=True, max_length=120)),
                ('progress', models.CharField(choices=[('waiting', 'Waiting to be drawn'), ('drawing', 'Being drawn'), ('ready', 'Ready'), ('trouble', 'Could not be drawn')], default='waiting', max_length=8)),
                ('percent', models.PositiveSmallIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('pdf', models.BinaryField(default=bytes)),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
    ]
