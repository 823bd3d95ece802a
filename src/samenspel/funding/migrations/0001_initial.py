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
