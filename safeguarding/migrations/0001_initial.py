import django.db.models.deletion
import mentoring.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('schemes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('raised', 'Raised'), ('acknowledged', 'Acknowledged'), ('triaged', 'Looked into'), ('referred', 'Referred'), ('closed', 'Closed')], default='raised', editable=False, max_length=12)),
                ('immediate_danger', models.BooleanField(default=False, verbose_name='somebody is in danger right now')),
                ('about_words', mentoring.fields.SealedTextField(blank=True, verbose_name='who is it about?')),
                ('happened', mentoring.fields.SealedTextField(verbose_name='what happened (what you saw or heard)')),
                ('own_words', mentoring.fields.SealedTextField(blank=True, verbose_name="the young person's own words")),
                ('opinion', mentoring.fields.SealedTextField(blank=True, verbose_name='what you think about it')),
                ('done_so_far', mentoring.fields.SealedTextField(blank=True, verbose_name='what you have done so far')),
                ('happened_on', models.DateField(blank=True, null=True, verbose_name='when')),
                ('arose_at', models.CharField(blank=True, help_text='app.model:key of where it arose', max_length=90)),
                ('acknowledge_by', models.DateTimeField(help_text='its clock: one hour in immediate danger, else the working day')),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True)),
                ('triage', models.CharField(blank=True, choices=[('', 'Not decided yet'), ('nothing-more', 'Nothing more to do'), ('support', 'Support from us'), ('refer', 'Refer to others')], max_length=12, verbose_name='what is needed')),
                ('outcome', mentoring.fields.SealedTextField(blank=True)),
                ('learning', mentoring.fields.SealedTextField(blank=True)),
                ('raised_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concerns_raised', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerns', to='schemes.scheme')),
            ],
            options={
                'ordering': ['-created_at'],
                'permissions': [('read_concern', 'May read this concern')],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ConcernEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('fact', 'Fact'), ('words', "Somebody's own words"), ('opinion', 'Opinion'), ('action', 'Action taken'), ('correction', 'Correction'), ('break-glass', 'Opened without a lead'), ('grant', 'Access given or ended'), ('referral', 'Referred'), ('hold', 'Introductions held or freed')], max_length=12)),
                ('words', mentoring.fields.SealedTextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='safeguarding.concern')),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='ConcernGrant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_break_glass', models.BooleanField(default=False)),
                ('reason', mentoring.fields.SealedTextField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to='safeguarding.concern')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.membership')),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='ConcernGroupPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.concern')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.group')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConcernReferral',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('to', models.CharField(choices=[('children', 'Children’s social care'), ('adults', 'Adult safeguarding'), ('police', 'Police'), ('lado', 'Designated officer (LADO)'), ('other', 'Somebody else')], max_length=10, verbose_name='referred to')),
                ('to_whom', mentoring.fields.SealedTextField(verbose_name='who took it (name, team)')),
                ('reference', mentoring.fields.SealedTextField(blank=True, verbose_name='their reference number')),
                ('referred_at', models.DateTimeField(verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='referrals', to='safeguarding.concern')),
            ],
            options={
                'ordering': ['referred_at'],
            },
        ),
        migrations.CreateModel(
            name='ConcernStateChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_state', models.CharField(blank=True, max_length=30)),
                ('to_state', models.CharField(max_length=30)),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='state_changes', to='safeguarding.concern')),
            ],
            options={
                'ordering': ['created_at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConcernSubject',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subjects', to='safeguarding.concern')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.volunteer')),
                ('young_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.youngperson')),
            ],
        ),
        migrations.CreateModel(
            name='ConcernUserPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.concern')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('own', "The young person's own"), ('parent', "A parent's"), ('local-authority', "The local authority's")], max_length=16)),
                ('asked_on', models.DateField(verbose_name='asked for')),
                ('given_on', models.DateField(blank=True, null=True, verbose_name='given')),
                ('given_by', models.CharField(blank=True, max_length=120, verbose_name='given by')),
                ('how', models.CharField(blank=True, max_length=120, verbose_name='how (in person, letter, e-mail)')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='taken back')),
                ('not_needed_because', models.CharField(blank=True, max_length=200, verbose_name='not needed because')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('young_person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='schemes.youngperson')),
            ],
            options={
                'ordering': ['kind', '-asked_on'],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('lifted_at', models.DateTimeField(blank=True, null=True)),
                ('concern', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='safeguarding.concern')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='schemes.scheme')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='schemes.volunteer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskAssessment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('pair_key', models.UUIDField()),
                ('mentor_side', mentoring.fields.SealedTextField(verbose_name="risks on the mentor's side, and what makes them smaller")),
                ('young_person_side', mentoring.fields.SealedTextField(verbose_name="risks on the young person's side, and what makes them smaller")),
                ('meeting_safely', mentoring.fields.SealedTextField(verbose_name='where and how they meet safely')),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('sent_back_at', models.DateTimeField(blank=True, null=True)),
                ('sent_back_why', mentoring.fields.SealedTextField(blank=True, verbose_name='sent back because')),
                ('review_on', models.DateField(verbose_name='look again on')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_assessments', to='schemes.scheme')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_assessments', to='schemes.volunteer')),
                ('young_person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_assessments', to='schemes.youngperson')),
            ],
            options={
                'ordering': ['-created_at'],
                'permissions': [('read_riskassessment', 'May read this risk assessment')],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RiskAssessmentGroupPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.riskassessment')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.group')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskAssessmentUserPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.riskassessment')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('disclosed', mentoring.fields.SealedTextField(verbose_name='what was disclosed')),
                ('decided', mentoring.fields.SealedTextField(verbose_name='what was decided, and why')),
                ('decided_on', models.DateField()),
                ('purge_on', models.DateField(help_text='six months after the decision at most; the database holds it', verbose_name='deleted on')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_decisions', to='schemes.volunteer')),
            ],
            options={
                'ordering': ['-decided_on'],
                'permissions': [('read_riskdecision', 'May read this risk decision')],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RiskDecisionGroupPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.riskdecision')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.group')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskDecisionUserPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='safeguarding.riskdecision')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VettingCheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('identity', 'Identity'), ('right-to-volunteer', 'Right to volunteer'), ('reference', 'Reference'), ('criminal-record', 'DBS, PVG or AccessNI'), ('overseas', 'Overseas check'), ('self-declaration', 'Self-declaration')], max_length=20)),
                ('level', models.CharField(blank=True, max_length=60)),
                ('requested_on', models.DateField(verbose_name='asked for')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='came back')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='date of issue')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='reference number')),
                ('referee_name', models.CharField(blank=True, max_length=120)),
                ('referee_email', models.EmailField(blank=True, max_length=254, verbose_name="referee's e-mail")),
                ('decision', models.CharField(blank=True, choices=[('', 'Not decided yet'), ('clear', 'Clear'), ('conditions', 'Clear with conditions'), ('not-clear', 'Not clear')], max_length=10)),
                ('conditions', mentoring.fields.SealedTextField(blank=True)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='look again on')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='schemes.volunteer')),
            ],
            options={
                'ordering': ['kind', '-requested_on'],
            },
        ),
        migrations.AddIndex(
            model_name='concern',
            index=models.Index(fields=['-created_at', 'id'], name='safeguardin_created_8d5b0a_idx'),
        ),
        migrations.AlterUniqueTogether(
            name='concerngrouppermission',
            unique_together={('group', 'permission', 'content_object')},
        ),
        migrations.AddConstraint(
            model_name='concernsubject',
            constraint=models.CheckConstraint(condition=models.Q(('user__isnull', False), ('volunteer__isnull', False), ('young_person__isnull', False), _connector='OR'), name='safeguarding_concernsubject_somebody'),
        ),
        migrations.AlterUniqueTogether(
            name='concernuserpermission',
            unique_together={('user', 'permission', 'content_object')},
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('not_needed_because', ''), models.Q(('given_on__isnull', True), models.Q(('kind', 'own'), _negated=True)), _connector='OR'), name='safeguarding_consent_own_always_needed'),
        ),
        migrations.AddIndex(
            model_name='riskassessment',
            index=models.Index(fields=['pair_key', '-created_at'], name='safeguardin_pair_ke_a9b4a2_idx'),
        ),
        migrations.AddConstraint(
            model_name='riskassessment',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), models.Q(('approved_by', models.F('author')), _negated=True), _connector='OR'), name='safeguarding_riskassessment_two_people'),
        ),
        migrations.AlterUniqueTogether(
            name='riskassessmentgrouppermission',
            unique_together={('group', 'permission', 'content_object')},
        ),
        migrations.AlterUniqueTogether(
            name='riskassessmentuserpermission',
            unique_together={('user', 'permission', 'content_object')},
        ),
        migrations.AlterUniqueTogether(
            name='riskdecisiongrouppermission',
            unique_together={('group', 'permission', 'content_object')},
        ),
        migrations.AlterUniqueTogether(
            name='riskdecisionuserpermission',
            unique_together={('user', 'permission', 'content_object')},
        ),
        migrations.AddIndex(
            model_name='vettingcheck',
            index=models.Index(fields=['expires_on'], name='safeguardin_expires_e4877b_idx'),
        ),
        migrations.AddConstraint(
            model_name='vettingcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', True), ('decided_on__isnull', True), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_by__isnull', False), ('decided_on__isnull', False)), _connector='OR'), name='safeguarding_vettingcheck_decided_whole'),
        ),
    ]
