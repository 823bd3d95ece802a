# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(max_length=20, verbose_name='measure')),
                ('period', models.CharField(max_length=7, verbose_name='period')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('due_on', models.DateField(verbose_name='due')),
                ('expires_at', models.DateTimeField(verbose_name='the link works until')),
                ('edition', models.PositiveIntegerField(default=1)),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asks', to='parties.person')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asks', to='regions.region')),
            ],
            options={
                'verbose_name': 'question to an owner',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='MailOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_off', to='parties.person')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_off', to='regions.region')),
            ],
            options={
                'verbose_name': 'mail that is off',
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=10, verbose_name='kind of reminder')),
                ('at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                ('failed', models.CharField(blank=True, max_length=300, verbose_name='why it was not sent')),
                ('ask', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='delivery.ask')),
            ],
            options={
                'verbose_name': 'reminder',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('goal', models.CharField(max_length=20, verbose_name='goal')),
                ('on', models.DateField(verbose_name='day')),
                ('value', models.CharField(max_length=40, verbose_name='value')),
                ('margin', models.CharField(blank=True, max_length=40, verbose_name='margin')),
                ('source', models.CharField(max_length=1000, verbose_name='source')),
                ('indicator', models.CharField(blank=True, max_length=50, verbose_name='indicator')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='regions.region')),
            ],
            options={
                'verbose_name': 'observation',
                'ordering': ['on'],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(max_length=20, verbose_name='measure')),
                ('period', models.CharField(max_length=7, verbose_name='period')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('status', models.CharField(max_length=20, verbose_name='how it goes')),
                ('sentence', models.TextField(blank=True, verbose_name='in a sentence')),
                ('spent_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='spent so far')),
                ('figures', models.JSONField(blank=True, default=dict, verbose_name='figures towards goals')),
                ('party', models.CharField(blank=True, max_length=50, verbose_name='party')),
                ('actor', models.CharField(max_length=64)),
                ('at', models.DateTimeField(verbose_name='answered')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='regions.region')),
            ],
            options={
                'verbose_name': 'progress',
                'ordering': ['period', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=20, verbose_name='for whom')),
                ('period', models.CharField(max_length=7, verbose_name='period')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('frozen_at', models.DateTimeField(verbose_name='frozen')),
                ('reason', models.TextField(blank=True, verbose_name='reason of the correction')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('content', models.TextField()),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='regions.region')),
            ],
            options={
                'verbose_name': 'progress report',
                'ordering': ['-period', 'audience', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Schedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(verbose_name='first day of the first period')),
                ('months', models.PositiveSmallIntegerField(verbose_name='months in a period')),
                ('due_days', models.PositiveSmallIntegerField(verbose_name='days to answer')),
                ('remind_days', models.PositiveSmallIntegerField(verbose_name='reminder, days before')),
                ('late_days', models.PositiveSmallIntegerField(verbose_name='reminder, days after')),
                ('link_days', models.PositiveSmallIntegerField(verbose_name='days that a link still works')),
                ('region', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='schedule', to='regions.region')),
            ],
            options={
                'verbose_name': 'schedule',
            },
        ),
        migrations.AddConstraint(
            model_name='ask',
            constraint=models.UniqueConstraint(fields=('region', 'measure', 'period', 'person'), name='asked_once'),
        ),
        migrations.AddConstraint(
            model_name='mailoff',
            constraint=models.UniqueConstraint(fields=('region', 'person'), name='mail_off_once'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('ask', 'kind'), name='reminded_once'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['ask', 'remind', 'late'])), name='reminder_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='observation',
            constraint=models.UniqueConstraint(fields=('region', 'goal', 'on'), name='observed_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='observation',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='observed_with_source'),
        ),
        migrations.AddConstraint(
            model_name='progress',
            constraint=models.UniqueConstraint(fields=('region', 'measure', 'period', 'number'), name='progress_in_order'),
        ),
        migrations.AddConstraint(
            model_name='progress',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['on-track', 'at-risk', 'delayed', 'stopped', 'done'])), name='progress_status_known'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('region', 'audience', 'period', 'number'), name='report_in_order'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('audience__in', ['state', 'partners', 'council', 'public'])), name='report_audience_known'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('reason', ''), _negated=True), _connector='OR'), name='report_correction_says_why'),
        ),
    ]
