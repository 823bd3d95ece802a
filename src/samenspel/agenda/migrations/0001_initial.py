# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import samenspel.core.agenda.states
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Challenge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('why', models.TextField(blank=True, verbose_name='why')),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('sides', models.JSONField(blank=True, default=list, verbose_name='sides of the triangle')),
                ('policy_fields', models.JSONField(blank=True, default=list, verbose_name='policy fields')),
            ],
            options={
                'verbose_name': 'challenge',
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='regions.region')),
            ],
            options={
                'verbose_name': 'agenda',
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='parties.party')),
            ],
            options={
                'verbose_name': 'programme line',
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('state', models.CharField(default=samenspel.core.agenda.states.State['DRAFT'], max_length=20, verbose_name='state')),
                ('state_since', models.DateTimeField(verbose_name='since')),
                ('adopted_at', models.DateTimeField(blank=True, null=True, verbose_name='adopted')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('starts_year', models.PositiveIntegerField(verbose_name='first year')),
                ('ends_year', models.PositiveIntegerField(verbose_name='last year')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest')),
                ('snapshot', models.TextField(blank=True)),
                ('summary', models.JSONField(default=dict, editable=False)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='agenda.agenda')),
                ('based_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='agenda.version')),
            ],
            options={
                'verbose_name': 'version',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('phase', models.CharField(blank=True, max_length=50, verbose_name='phase')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                ('sides', models.JSONField(blank=True, default=list, verbose_name='sides of the triangle')),
                ('policy_fields', models.JSONField(blank=True, default=list, verbose_name='policy fields')),
                ('challenges', models.ManyToManyField(blank=True, related_name='measures', to='agenda.challenge')),
                ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_measures', to='parties.party')),
                ('line', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='agenda.line')),
                ('needs', models.ManyToManyField(blank=True, related_name='needed_by', to='agenda.measure')),
                ('partners', models.ManyToManyField(blank=True, related_name='measures', to='parties.party')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='agenda.version')),
            ],
            options={
                'verbose_name': 'measure',
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='line',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='agenda.version'),
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('gets', models.TextField(blank=True, verbose_name='gets')),
                ('brings', models.TextField(blank=True, verbose_name='brings')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('challenge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='agenda.challenge')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='parties.party')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='agenda.version')),
            ],
            options={
                'verbose_name': 'interest',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('indicator', models.CharField(blank=True, max_length=300, verbose_name='indicator')),
                ('unit', models.CharField(blank=True, max_length=50, verbose_name='unit')),
                ('baseline', models.CharField(blank=True, max_length=40, verbose_name='baseline')),
                ('baseline_year', models.PositiveIntegerField(blank=True, null=True, verbose_name='year of the baseline')),
                ('target', models.CharField(blank=True, max_length=40, verbose_name='target')),
                ('target_year', models.PositiveIntegerField(blank=True, null=True, verbose_name='year of the target')),
                ('challenge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='agenda.challenge')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='parties.party')),
                ('line', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='agenda.line')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='agenda.version')),
            ],
            options={
                'verbose_name': 'goal',
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='challenge',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='agenda.version'),
        ),
        migrations.CreateModel(
            name='Cost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveIntegerField(blank=True, null=True, verbose_name='year')),
                ('amount_cents', models.PositiveBigIntegerField(verbose_name='amount')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='agenda.measure')),
            ],
            options={
                'verbose_name': 'cost',
                'ordering': [models.OrderBy(models.F('year'), nulls_first=True)],
                'constraints': [models.UniqueConstraint(fields=('measure', 'year'), name='cost_once_a_year'), models.UniqueConstraint(condition=models.Q(('year__isnull', True)), fields=('measure',), name='cost_undivided_once')],
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('amount', models.CharField(blank=True, max_length=40, verbose_name='expected contribution')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='agenda.goal')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='agenda.measure')),
            ],
            options={
                'verbose_name': 'contribution',
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('measure', 'goal'), name='contribution_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('agenda', 'number'), name='version_number_once'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('state', samenspel.core.agenda.states.State['DRAFT'])), fields=('agenda',), name='one_draft_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'consultation', 'released', 'adopted', 'execution', 'midterm', 'evaluated', 'closed', 'dropped'])), name='version_state_known'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(('ends_year__gte', models.F('starts_year'))), name='version_period_forward'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='measure_key_once'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='line_key_once'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.UniqueConstraint(fields=('version', 'party', 'challenge'), name='interest_once_per_challenge'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.UniqueConstraint(condition=models.Q(('challenge__isnull', True)), fields=('version', 'party'), name='interest_once_overall'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='goal_key_once'),
        ),
        migrations.AddConstraint(
            model_name='challenge',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='challenge_key_once'),
        ),
    ]
