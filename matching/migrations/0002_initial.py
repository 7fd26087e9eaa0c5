import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('matching', '0001_initial'),
        ('schemes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='ageexception',
            name='agreed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ageexception',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ageexception',
            name='scheme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='age_exceptions', to='schemes.scheme'),
        ),
        migrations.AddField(
            model_name='ageexception',
            name='volunteer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='age_exceptions', to='schemes.volunteer'),
        ),
        migrations.AddField(
            model_name='ageexception',
            name='young_person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='age_exceptions', to='schemes.youngperson'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='written_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conflict',
            name='declared_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conflict',
            name='scheme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='schemes.scheme'),
        ),
        migrations.AddField(
            model_name='conflict',
            name='volunteer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='schemes.volunteer'),
        ),
        migrations.AddField(
            model_name='conflict',
            name='young_person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='schemes.youngperson'),
        ),
        migrations.AddField(
            model_name='ending',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ending',
            name='review_signed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='goal',
            name='chosen_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='goalrating',
            name='goal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='matching.goal'),
        ),
        migrations.AddField(
            model_name='goalrating',
            name='rated_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='match',
            name='scheme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='schemes.scheme'),
        ),
        migrations.AddField(
            model_name='match',
            name='volunteer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='schemes.volunteer'),
        ),
        migrations.AddField(
            model_name='match',
            name='young_person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='schemes.youngperson'),
        ),
        migrations.AddField(
            model_name='goal',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matching.match'),
        ),
        migrations.AddField(
            model_name='ending',
            name='match',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='matching.match'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matching.match'),
        ),
        migrations.AddField(
            model_name='matchstatechange',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='matchstatechange',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='state_changes', to='matching.match'),
        ),
        migrations.AddField(
            model_name='mentoringsession',
            name='logged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mentoringsession',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matching.match'),
        ),
        migrations.AddField(
            model_name='profile',
            name='volunteer',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pairing_profile', to='schemes.volunteer'),
        ),
        migrations.AddField(
            model_name='profile',
            name='young_person',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pairing_profile', to='schemes.youngperson'),
        ),
        migrations.AddField(
            model_name='review',
            name='held_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='review',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matching.match'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='scheme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisions', to='schemes.scheme'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='supervisor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supervision',
            name='volunteer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisions', to='schemes.volunteer'),
        ),
        migrations.AddField(
            model_name='technique',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='techniques', to='matching.match'),
        ),
        migrations.AddConstraint(
            model_name='ageexception',
            constraint=models.UniqueConstraint(fields=('volunteer', 'young_person'), name='matching_ageexception_one_per_pair'),
        ),
        migrations.AddConstraint(
            model_name='ageexception',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_by__isnull', True), models.Q(('agreed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='matching_ageexception_two_people'),
        ),
        migrations.AddConstraint(
            model_name='goalrating',
            constraint=models.CheckConstraint(condition=models.Q(('value__lte', 10)), name='matching_goalrating_nought_to_ten'),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(fields=['scheme', 'state'], name='matching_ma_scheme__223695_idx'),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(fields=['scheme', '-created_at', 'id'], name='matching_ma_scheme__86b47d_idx'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['ended', 'declined']), _negated=True), fields=('volunteer', 'young_person'), name='matching_match_one_live_per_pair'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('introduced', 'active', 'under-review', 'paused', 'ending'))), fields=('young_person',), name='matching_match_one_mentor_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'getting-to-know'), _negated=True), ('review_on__isnull', False), _connector='OR'), name='matching_goal_getting_to_know_has_review'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('match', 'version'), name='matching_agreement_one_per_version'),
        ),
        migrations.AddIndex(
            model_name='mentoringsession',
            index=models.Index(fields=['outcome', 'planned_at'], name='matching_me_outcome_6ffb1d_idx'),
        ),
        migrations.AddIndex(
            model_name='mentoringsession',
            index=models.Index(fields=['match', '-planned_at'], name='matching_me_match_i_1ba20c_idx'),
        ),
        migrations.AddConstraint(
            model_name='profile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('volunteer__isnull', False), ('young_person__isnull', True)), models.Q(('volunteer__isnull', True), ('young_person__isnull', False)), _connector='OR'), name='matching_profile_of_one_person'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision', ''), ('held_on__isnull', True)), models.Q(('held_on__isnull', False), models.Q(('decision', ''), _negated=True)), _connector='OR'), name='matching_review_held_whole'),
        ),
        migrations.AddIndex(
            model_name='supervision',
            index=models.Index(fields=['outcome', 'planned_at'], name='matching_su_outcome_a010af_idx'),
        ),
        migrations.AddIndex(
            model_name='supervision',
            index=models.Index(fields=['volunteer', '-planned_at'], name='matching_su_volunte_42dd38_idx'),
        ),
    ]
