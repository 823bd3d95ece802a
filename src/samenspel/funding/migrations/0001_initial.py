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
            name='Allocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('content', models.TextField()),
                ('game', models.TextField(blank=True)),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest')),
                ('frozen_at', models.DateTimeField(blank=True, null=True, verbose_name='frozen')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('decided_by', models.CharField(blank=True, max_length=300, verbose_name='decided by')),
                ('decision_link', models.URLField(blank=True, max_length=1000, verbose_name='decision')),
                ('based_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='funding.allocation')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='allocations', to='regions.region')),
            ],
            options={
                'verbose_name': 'allocation',
                'ordering': ['pk'],
            },
        ),
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
            name='FundingSource',
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
                ('beside', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='beside_lines', to='funding.fundingsource')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='funding.fundingsource')),
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
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='funding.fundingsource')),
            ],
            options={
                'verbose_name': 'payment',
                'ordering': ['day', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Scenario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(verbose_name='address')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('changes', models.TextField()),
                ('way', models.CharField(blank=True, max_length=20, verbose_name='how the gap is closed')),
                ('kept_at', models.DateTimeField(verbose_name='kept')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                ('actor', models.CharField(max_length=64)),
                ('allocation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scenarios', to='funding.allocation')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scenarios', to='regions.region')),
            ],
            options={
                'verbose_name': 'scenario',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SisaTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(blank=True, max_length=20, verbose_name='code of the arrangement')),
                ('columns', models.JSONField(verbose_name='columns')),
                ('source', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sisa_table', to='funding.fundingsource')),
            ],
            options={
                'verbose_name': 'SiSa table',
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
            },
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='allocation_key_once'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('frozen_at__isnull', True)), models.Q(('frozen_at__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='allocation_frozen_is_sealed'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by', ''), ('decided_on__isnull', True)), models.Q(('decided_on__isnull', False), ('frozen_at__isnull', False), models.Q(('decided_by', ''), _negated=True)), _connector='OR'), name='allocation_decided_is_frozen'),
        ),
        migrations.AddConstraint(
            model_name='fundingsource',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='funding_source_once'),
        ),
        migrations.AddConstraint(
            model_name='fundingsource',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['national', 'province', 'municipality', 'water-authority', 'eu', 'private', 'in-kind', 'together'])), name='funding_source_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='fundingsource',
            constraint=models.CheckConstraint(condition=models.Q(('most_share__isnull', True), ('most_share__lte', 10000), _connector='OR'), name='funding_source_most_share'),
        ),
        migrations.AddConstraint(
            model_name='fundingsource',
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
        migrations.AddConstraint(
            model_name='fundingstep',
            constraint=models.CheckConstraint(condition=models.Q(('rung__in', ['mentioned', 'pledged', 'covered-in-budget', 'adopted-by-council', 'granted', 'paid-or-done', 'accounted'])), name='funding_step_rung_known'),
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
            model_name='scenario',
            constraint=models.UniqueConstraint(fields=('region', 'slug'), name='scenario_once'),
        ),
        migrations.AddConstraint(
            model_name='scenario',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['', 'spread', 'smaller', 'level', 'source'])), name='scenario_way_known'),
        ),
        migrations.AddConstraint(
            model_name='sisayear',
            constraint=models.UniqueConstraint(fields=('table', 'year', 'number'), name='sisa_year_version_once'),
        ),
        migrations.AddConstraint(
            model_name='sisayear',
            constraint=models.UniqueConstraint(condition=models.Q(('locked_at__isnull', True)), fields=('table', 'year'), name='sisa_year_open_once'),
        ),
        migrations.AddConstraint(
            model_name='sisayear',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('locked_at__isnull', True), ('text', '')), models.Q(('locked_at__isnull', False), models.Q(('digest', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='sisa_year_locked_is_sealed'),
        ),
    ]
