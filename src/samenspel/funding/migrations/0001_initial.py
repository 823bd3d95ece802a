# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import samenspel.core.deals.ladder
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('deals', '0001_initial'),
        ('parties', '0001_initial'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cashier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cashier_of', to='parties.party')),
                ('region', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cashier', to='regions.region')),
            ],
            options={
                'verbose_name': 'cashier',
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('kind', models.CharField(max_length=20, verbose_name='kind of source')),
                ('from_national', models.BooleanField(default=False, verbose_name='comes from the Rijk')),
                ('available_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='available')),
                ('most_share', models.PositiveIntegerField(blank=True, null=True, verbose_name='pays at most')),
                ('least_own_share', models.PositiveIntegerField(blank=True, null=True, verbose_name='asks of the region')),
                ('deviation', models.TextField(blank=True, verbose_name='reason to deviate')),
                ('programme', models.TextField(blank=True, verbose_name='programme')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('link', models.URLField(blank=True, max_length=1000, verbose_name='link')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='funding_sources', to='parties.party')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='funding_sources', to='regions.region')),
            ],
            options={
                'verbose_name': 'source of money',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SisaTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(blank=True, max_length=20, verbose_name='code of the arrangement')),
                ('columns', models.JSONField(verbose_name='columns')),
                ('source', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sisa_table', to='funding.source')),
            ],
            options={
                'verbose_name': 'SiSa table',
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=40, verbose_name='reference')),
                ('day', models.DateField(verbose_name='day')),
                ('direction', models.CharField(max_length=10, verbose_name='direction')),
                ('kind', models.CharField(max_length=20, verbose_name='kind of payment')),
                ('measure', models.CharField(blank=True, max_length=20, verbose_name='code of the measure')),
                ('year', models.PositiveIntegerField(verbose_name='year')),
                ('amount_cents', models.PositiveBigIntegerField(verbose_name='amount')),
                ('evidence', models.CharField(max_length=300, verbose_name='evidence')),
                ('actor', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='funding.payment')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='parties.party')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payments', to='regions.region')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='funding.source')),
            ],
            options={
                'verbose_name': 'payment',
                'ordering': ['day', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FundingLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('measure', models.CharField(blank=True, max_length=20, verbose_name='code of the measure')),
                ('year', models.PositiveIntegerField(blank=True, null=True, verbose_name='year')),
                ('amount_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='amount')),
                ('rung', models.CharField(default=samenspel.core.deals.ladder.Rung['MENTIONED'], max_length=20, verbose_name='how far')),
                ('hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='hours')),
                ('tariff_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='tariff per hour')),
                ('evidence', models.TextField(blank=True, verbose_name='basis of the valuation')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('commitment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='funding_lines', to='deals.commitment')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='funding_lines', to='parties.party')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='funding_lines', to='regions.region')),
                ('beside', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='beside_lines', to='funding.source')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='funding.source')),
            ],
            options={
                'verbose_name': 'funding line',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='FundingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.CharField(max_length=20, verbose_name='how far')),
                ('was', models.CharField(blank=True, max_length=20)),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='funding.fundingline')),
            ],
            options={
                'verbose_name': 'step of a funding line',
                'ordering': ['at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('rung__in', ['mentioned', 'pledged', 'covered-in-budget', 'adopted-by-council', 'granted', 'paid-or-done', 'accounted'])), name='funding_step_rung_known')],
            },
        ),
        migrations.CreateModel(
            name='SisaYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveIntegerField(verbose_name='year')),
                ('number', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('reason', models.TextField(blank=True, verbose_name='why it was opened again')),
                ('answers', models.JSONField(blank=True, default=dict, verbose_name='answers')),
                ('text', models.TextField(blank=True)),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest')),
                ('locked_at', models.DateTimeField(blank=True, null=True, verbose_name='locked')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='years', to='funding.sisatable')),
            ],
            options={
                'verbose_name': 'year of a SiSa table',
                'ordering': ['year', 'number'],
                'constraints': [models.UniqueConstraint(fields=('table', 'year', 'number'), name='sisa_year_version_once'), models.UniqueConstraint(condition=models.Q(('locked_at__isnull', True)), fields=('table', 'year'), name='sisa_year_open_once'), models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('locked_at__isnull', True), ('text', '')), models.Q(('locked_at__isnull', False), models.Q(('digest', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='sisa_year_locked_is_sealed')],
            },
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='funding_source_once'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['national', 'province', 'municipality', 'water-authority', 'eu', 'private', 'in-kind'])), name='funding_source_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('most_share__isnull', True), ('most_share__lte', 10000), _connector='OR'), name='funding_source_most_share'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('least_own_share__isnull', True), ('least_own_share__lte', 10000), _connector='OR'), name='funding_source_least_own_share'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(fields=('region', 'reference'), name='payment_once'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('direction__in', ['in', 'out'])), name='payment_direction_known'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['advance', 'instalment', 'settlement', 'repayment'])), name='payment_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('amount_cents__gt', 0)), name='payment_of_something'),
        ),
        migrations.AddConstraint(
            model_name='fundingline',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='funding_line_once'),
        ),
        migrations.AddConstraint(
            model_name='fundingline',
            constraint=models.CheckConstraint(condition=models.Q(('rung__in', ['mentioned', 'pledged', 'covered-in-budget', 'adopted-by-council', 'granted', 'paid-or-done', 'accounted'])), name='funding_line_rung_known'),
        ),
        migrations.AddConstraint(
            model_name='fundingline',
            constraint=models.CheckConstraint(condition=models.Q(('amount_cents__isnull', False), ('commitment__isnull', False), _connector='OR'), name='funding_line_has_amount'),
        ),
    ]
