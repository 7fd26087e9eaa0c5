import mentoring.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AgeException',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.TextField(verbose_name='why their ages are all right')),
            ],
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('change_asked', mentoring.fields.SealedTextField(blank=True, verbose_name='what should change')),
                ('purpose', models.TextField(blank=True, verbose_name="what it is for, in the young person's words (L1)")),
                ('length_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='for how many weeks (nothing: open-ended)')),
                ('every_days', models.PositiveSmallIntegerField(default=7, verbose_name='meet every … days')),
                ('when_where', models.TextField(verbose_name='when and where we meet')),
                ('channels', models.TextField(verbose_name='how we keep in touch between meetings, and in which hours')),
                ('boundaries', models.TextField(verbose_name="what we will and won't do; money and gifts")),
                ('when_worried', models.TextField(verbose_name='what happens if one of us is worried')),
                ('limits_told_on', models.DateField(blank=True, null=True, verbose_name='limits of confidentiality explained on')),
                ('mentee_signed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('mentor_signed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('co_ordinator_signed_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('know', 'They know each other'), ('household', 'Same household'), ('family', 'Same family'), ('colleague', 'Works with them or their family'), ('not-with', 'One side asked not to')], max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ending',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('way', models.CharField(choices=[('meeting', 'A meeting with the co-ordinator'), ('letter', 'A letter')], max_length=8, verbose_name='how is it marked?')),
                ('planned', models.CharField(choices=[('planned', 'Planned'), ('unplanned', 'Not planned'), ('premature', 'Earlier than agreed')], max_length=10, verbose_name='was it planned?')),
                ('reason', models.CharField(choices=[('as-agreed', 'The time agreed was up'), ('goals-reached', 'Goals were reached'), ('mentee-chose', 'The young person chose to end it'), ('mentor-life', "The mentor's life changed"), ('moved', 'One of them moved away'), ('lost-touch', 'They lost touch'), ('safety', 'To keep somebody safe'), ('other', 'Another reason')], max_length=14)),
                ('reason_words', mentoring.fields.SealedTextField(blank=True, verbose_name='in a sentence')),
                ('last_contact_on', models.DateField(blank=True, null=True, verbose_name='last time they were in touch')),
                ('meeting_on', models.DateField(blank=True, null=True, verbose_name='meeting held on')),
                ('letter', mentoring.fields.SealedTextField(blank=True, verbose_name='words of the letter')),
                ('letter_sent_on', models.DateField(blank=True, null=True, verbose_name='letter sent on')),
                ('letter_confirmed_on', models.DateField(blank=True, null=True, verbose_name='letter confirmed on')),
                ('mentee_reflection', mentoring.fields.SealedTextField(blank=True, verbose_name="the young person's words")),
                ('mentor_reflection', mentoring.fields.SealedTextField(blank=True, verbose_name="the mentor's words")),
                ('what_next', mentoring.fields.SealedTextField(blank=True, verbose_name='what next for the young person')),
                ('review_signed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('goal', 'A goal'), ('getting-to-know', 'Getting to know each other')], default='goal', max_length=16)),
                ('words', models.CharField(max_length=300, verbose_name='goal')),
                ('idea_from', models.CharField(blank=True, choices=[('', "The young person's own"), ('mentor', "The mentor's idea"), ('co-ordinator', "The co-ordinator's idea"), ('referrer', "The referrer's wish")], max_length=12)),
                ('taken_up_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look again on')),
                ('progress', models.CharField(choices=[('open', 'Working on it'), ('reached', 'Reached'), ('parked', 'Parked')], default='open', max_length=8)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='GoalRating',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('value', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('profiles-shared', 'Profiles shared'), ('accepted', 'Both said yes'), ('risk-approved', 'Risk assessment approved'), ('introduced', 'Introduced'), ('active', 'Together'), ('under-review', 'In review'), ('paused', 'Paused'), ('ending', 'Ending'), ('ended', 'Ended'), ('declined', 'Not taken up')], default='proposed', editable=False, max_length=16)),
                ('reasons', models.JSONField(default=list, help_text='why these two were proposed, in sentences')),
                ('score', models.FloatField(blank=True, null=True)),
                ('mentee_answer', models.CharField(blank=True, choices=[('', 'Not answered yet'), ('yes', 'Yes'), ('no', 'No')], max_length=3)),
                ('mentor_answer', models.CharField(blank=True, choices=[('', 'Not answered yet'), ('yes', 'Yes'), ('no', 'No')], max_length=3)),
                ('mentee_no_because', mentoring.fields.SealedTextField(blank=True)),
                ('mentor_no_because', mentoring.fields.SealedTextField(blank=True)),
                ('purpose', models.TextField(blank=True, verbose_name="what it is for, in the young person's words (L1)")),
                ('introduced_on', models.DateField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('pause_until', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'matches',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='MatchStateChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_state', models.CharField(blank=True, max_length=30)),
                ('to_state', models.CharField(max_length=30)),
                ('why', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['created_at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MentoringSession',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('planned_at', models.DateTimeField(verbose_name='when')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('outcome', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('missed-mentee', 'The young person could not come'), ('missed-mentor', 'The mentor could not come'), ('called-off', 'Called off')], default='planned', max_length=14, verbose_name='did it happen?')),
                ('channel', models.CharField(choices=[('in-person', 'In person'), ('phone', 'Phone'), ('video', 'Video call'), ('messages', 'Messages')], default='in-person', max_length=10, verbose_name='how')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how long (minutes)')),
                ('mentor_feeling', models.CharField(blank=True, choices=[('', 'Not said'), ('good', 'Good'), ('ok', 'OK'), ('not-good', 'Not good')], max_length=8, verbose_name='how did it go?')),
                ('mentee_feeling', models.CharField(blank=True, choices=[('', 'Not said'), ('good', 'Good'), ('ok', 'OK'), ('not-good', 'Not good')], max_length=8, verbose_name='how is it going?')),
                ('shared_note', mentoring.fields.SealedTextField(blank=True, verbose_name='what we did (both of you can read this)')),
                ('mentor_note', mentoring.fields.SealedTextField(blank=True, verbose_name='anything for your supervisor')),
                ('logged_at', models.DateTimeField(blank=True, null=True)),
                ('mentee_coming', models.BooleanField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-planned_at'],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('shows', models.JSONField(blank=True, default=list, verbose_name='what they can read about me')),
                ('not_from', models.JSONField(blank=True, default=list, verbose_name='nobody from these places')),
                ('from_elsewhere', models.BooleanField(default=False, verbose_name='somebody who is not from round here')),
                ('mentor_age_wish', models.CharField(blank=True, choices=[('', 'Any age is fine'), ('young', 'Under 30'), ('middle', '30 to 50'), ('older', 'Over 50')], max_length=8, verbose_name='how old?')),
            ],
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('due_on', models.DateField(verbose_name='due')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='held')),
                ('mentee_view', mentoring.fields.SealedTextField(blank=True, verbose_name='how is it for you?')),
                ('mentor_view', mentoring.fields.SealedTextField(blank=True, verbose_name='how is it going, from your side?')),
                ('notes', mentoring.fields.SealedTextField(blank=True)),
                ('decision', models.CharField(blank=True, choices=[('', 'Not held yet'), ('go-on', 'Go on'), ('change', 'Go on with changes'), ('end', 'Bring it to an end')], max_length=8)),
            ],
            options={
                'ordering': ['due_on'],
            },
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('individual', 'One to one'), ('group', 'In a group')], default='individual', max_length=10)),
                ('group_key', models.UUIDField(blank=True, null=True)),
                ('planned_at', models.DateTimeField(verbose_name='when')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('outcome', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('missed', 'Missed'), ('called-off', 'Called off')], default='planned', max_length=10)),
                ('shared_note', mentoring.fields.SealedTextField(blank=True, verbose_name='what we agreed (the mentor can read this)')),
                ('private_note', mentoring.fields.SealedTextField(blank=True, verbose_name='notes for supervision only')),
                ('to_do', mentoring.fields.SealedTextField(blank=True, verbose_name='what happens next, who does it')),
            ],
            options={
                'ordering': ['-planned_at'],
            },
        ),
        migrations.CreateModel(
            name='Technique',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('group-event', 'Group event'), ('interview', 'Personal interview'), ('paper-profile', 'Paper profile')], max_length=14)),
                ('used_on', models.DateField()),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
