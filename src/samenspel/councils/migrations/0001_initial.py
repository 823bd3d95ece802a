# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import samenspel.core.calendar.forms
import samenspel.core.calendar.moments
import samenspel.core.calendar.rules
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='council', serialize=False, to='parties.party')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('office', models.CharField(blank=True, max_length=300, verbose_name="clerk's office")),
            ],
            options={
                'verbose_name': 'council',
                'ordering': ['party__position'],
            },
        ),
        migrations.CreateModel(
            name='CalendarRules',
            fields=[
                ('region', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='calendar_rules', serialize=False, to='regions.region')),
                ('form', models.CharField(default=samenspel.core.calendar.forms.LegalForm['COVENANT'], max_length=20, verbose_name='form of cooperation')),
                ('mixed', models.BooleanField(default=False, verbose_name='a province takes part too')),
                ('least', models.PositiveIntegerField(default=2, verbose_name='fewest meetings in time')),
                ('most', models.PositiveIntegerField(default=2, verbose_name='most decisions in a meeting')),
            ],
            options={
                'verbose_name': 'calendar rules',
                'constraints': [models.CheckConstraint(condition=models.Q(('form__in', ['public-body', 'operational-body', 'joint-organ', 'host-municipality', 'bare-arrangement', 'covenant', 'private-body'])), name='calendar_form_known')],
            },
        ),
        migrations.CreateModel(
            name='Moment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('question', models.CharField(max_length=20, verbose_name='what is asked')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('about', models.CharField(blank=True, max_length=60, verbose_name='about what')),
                ('cover', models.TextField(blank=True, verbose_name='cover note')),
                ('sends_on', models.DateField(verbose_name='goes to the councils on')),
                ('last_on', models.DateField(verbose_name='last day to answer')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='legal basis')),
                ('version', models.PositiveIntegerField(default=0)),
                ('cancelled', models.BooleanField(default=False, verbose_name='cancelled')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moments', to='regions.region')),
            ],
            options={
                'verbose_name': 'decision moment',
                'ordering': ['last_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(default=samenspel.core.calendar.moments.Status['PLANNED'], max_length=20, verbose_name='how far')),
                ('outcome', models.CharField(blank=True, max_length=20, verbose_name='outcome')),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='sent on')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day to answer')),
                ('decides_on', models.DateField(blank=True, null=True, verbose_name='decides on')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('link', models.URLField(blank=True, max_length=1000, verbose_name='decision')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='councils.council')),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='councils.moment')),
            ],
            options={
                'verbose_name': 'position of a council',
                'ordering': ['moment', 'council'],
            },
        ),
        migrations.CreateModel(
            name='Recess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.DateField(verbose_name='first day')),
                ('last', models.DateField(verbose_name='last day')),
                ('name', models.CharField(blank=True, max_length=300, verbose_name='name')),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recesses', to='councils.council')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recesses', to='regions.region')),
            ],
            options={
                'verbose_name': 'recess',
                'ordering': ['first', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BoardDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('on', models.DateField(verbose_name='day')),
                ('about', models.CharField(blank=True, max_length=30, verbose_name='decides on')),
                ('budget_year', models.PositiveIntegerField(blank=True, null=True, verbose_name='budget year')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('version', models.PositiveIntegerField(default=0)),
                ('cancelled', models.BooleanField(default=False, verbose_name='cancelled')),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='board_days', to='parties.body')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='board_days', to='regions.region')),
            ],
            options={
                'verbose_name': 'day of the board',
                'ordering': ['on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('region', 'number'), name='board_day_once'), models.CheckConstraint(condition=models.Q(models.Q(('about', ''), ('budget_year__isnull', True)), models.Q(('about__in', [samenspel.core.calendar.rules.Event['BOARD'], samenspel.core.calendar.rules.Event['ACCOUNTS_BOARD']]), ('budget_year__isnull', False)), _connector='OR'), name='board_day_about_a_year'), models.UniqueConstraint(condition=models.Q(('budget_year__isnull', False), ('cancelled', False)), fields=('region', 'about', 'budget_year'), name='one_board_day_a_year')],
            },
        ),
        migrations.CreateModel(
            name='AgreedTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('event', models.CharField(max_length=30, verbose_name='for what')),
                ('days', models.IntegerField(blank=True, null=True, verbose_name='days')),
                ('of', models.CharField(blank=True, max_length=30, verbose_name='counted from')),
                ('years', models.SmallIntegerField(blank=True, null=True, verbose_name='years from the budget year')),
                ('month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='month')),
                ('day', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='day of the month')),
                ('basis', models.CharField(max_length=300, verbose_name='basis')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreed_terms', to='regions.region')),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='councils.council')),
            ],
            options={
                'verbose_name': 'agreed term',
                'ordering': ['position'],
                'constraints': [models.CheckConstraint(condition=models.Q(('event__in', ['framework-memo', 'framework-opinion', 'draft-budget', 'budget-opinion', 'board', 'budget-to-province', 'provisional-accounts', 'accounts-board', 'accounts-to-province', 'arrangement-draft', 'arrangement-opinion', 'agenda-draft', 'agenda-opinion'])), name='agreed_term_event_known'), models.CheckConstraint(condition=models.Q(models.Q(('days__isnull', False), ('month__isnull', True)), models.Q(('day__isnull', False), ('days__isnull', True), ('month__isnull', False), ('years__isnull', False)), _connector='OR'), name='agreed_term_of_one_kind')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('version', models.PositiveIntegerField(default=0)),
                ('cancelled', models.BooleanField(default=False, verbose_name='cancelled')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='councils.council')),
            ],
            options={
                'verbose_name': 'council meeting',
                'ordering': ['on'],
                'constraints': [models.UniqueConstraint(fields=('council', 'on'), name='meets_once_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='moment',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='moment_once'),
        ),
        migrations.AddConstraint(
            model_name='moment',
            constraint=models.CheckConstraint(condition=models.Q(('question__in', ['framework-memo', 'budget', 'arrangement', 'agenda-opinion', 'agenda', 'deal', 'wishes'])), name='moment_question_known'),
        ),
        migrations.AddConstraint(
            model_name='moment',
            constraint=models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('sends_on'))), name='moment_forward'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(fields=('moment', 'council'), name='position_once'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['planned', 'sent', 'scheduled', 'decided'])), name='position_status_known'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', ''), ('outcome__in', ['adopted', 'amended', 'rejected', 'opinion', 'no-opinion']), _connector='OR'), name='position_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('status', samenspel.core.calendar.moments.Status['DECIDED']), ('outcome', ''), _connector='OR'), name='outcome_when_decided'),
        ),
        migrations.AddConstraint(
            model_name='recess',
            constraint=models.CheckConstraint(condition=models.Q(('last__gte', models.F('first'))), name='recess_forward'),
        ),
    ]
