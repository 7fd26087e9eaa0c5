import django.db.models.deletion
import mentoring.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditHead',
            fields=[
                ('chain', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('length', models.PositiveBigIntegerField(default=0)),
                ('last_hash', models.CharField(default='', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('name', models.CharField(max_length=30, primary_key=True, serialize=False)),
                ('beat_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=120)),
                ('is_active', models.BooleanField(default=True)),
                ('is_site_admin', models.BooleanField(default=False)),
                ('is_made_up', models.BooleanField(default=False, help_text='belongs to the demo')),
                ('groups', models.ManyToManyField(blank=True, related_name='user_set', to='auth.group')),
                ('user_permissions', models.ManyToManyField(blank=True, related_name='user_set', to='auth.permission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('chain', models.CharField(max_length=40)),
                ('place', models.PositiveBigIntegerField(help_text='position in the chain, from 1')),
                ('at', models.DateTimeField()),
                ('by_key', models.CharField(blank=True, help_text="the user's key; empty for the system itself", max_length=40)),
                ('verb', models.CharField(max_length=60)),
                ('subject', models.CharField(help_text='app.model:key', max_length=90)),
                ('person_keys', models.JSONField(default=list, help_text='keys of the users whose record this is')),
                ('details', models.JSONField(default=dict)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['subject'], name='mentoring_a_subject_16823d_idx'), models.Index(fields=['chain', '-at'], name='mentoring_a_chain_8a59cd_idx')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'place'), name='mentoring_auditentry_one_per_place')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('form_key', models.CharField(max_length=120)),
                ('typed', mentoring.fields.SealedJSONField(default=dict)),
                ('saved_at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'form_key'), name='mentoring_draft_one_per_form')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rule', models.CharField(max_length=60)),
                ('object_key', models.CharField(max_length=90)),
                ('due_on', models.DateField()),
                ('step', models.CharField(blank=True, max_length=30)),
                ('channel', models.CharField(choices=[('inbox', 'In Alongside'), ('email', 'E-mail')], max_length=10)),
                ('scheme_key', models.CharField(blank=True, max_length=40)),
                ('path', models.CharField(help_text='where the notice leads; asks for sign-in', max_length=200)),
                ('progress', models.CharField(choices=[('queued', 'Waiting to go'), ('claimed', 'On its way'), ('sent', 'Sent'), ('dropped', 'No longer true'), ('undeliverable', 'Could not be delivered')], default='queued', max_length=14)),
                ('not_before', models.DateTimeField(help_text='quiet hours and retries push this on')),
                ('urgent', models.BooleanField(default=False, help_text='goes out in quiet hours too')),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['progress', 'not_before'], name='mentoring_n_progres_0e157b_idx'), models.Index(fields=['recipient', 'channel', '-created_at'], name='mentoring_n_recipie_8b0b8f_idx')],
                'constraints': [models.UniqueConstraint(fields=('rule', 'object_key', 'due_on', 'step', 'recipient', 'channel'), name='mentoring_notice_once')],
            },
        ),
    ]
