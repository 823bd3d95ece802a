# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import samenspel.core.deals.commitment
import samenspel.core.deals.ladder
import samenspel.core.deals.states
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, verbose_name='code')),
                ('target', models.CharField(max_length=60, verbose_name='to what')),
                ('kind', models.CharField(max_length=20, verbose_name='kind of commitment')),
                ('what', models.TextField(verbose_name='what')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                ('hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='hours')),
                ('valuation_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='valuation')),
                ('valuation_evidence', models.TextField(blank=True, verbose_name='basis of the valuation')),
                ('in_return', models.TextField(blank=True, verbose_name='in return')),
                ('organ', models.CharField(blank=True, max_length=300, verbose_name='decided by')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('decision_link', models.URLField(blank=True, max_length=1000, verbose_name='decision')),
                ('rung', models.CharField(default=samenspel.core.deals.ladder.Rung['MENTIONED'], max_length=20, verbose_name='how far')),
                ('published', models.BooleanField(default=False, editable=False)),
                ('explanation', models.TextField(blank=True, verbose_name='explanation')),
                ('explained_at', models.DateTimeField(blank=True, null=True, verbose_name='explained')),
                ('helps', models.ManyToManyField(blank=True, related_name='helped_by', to='parties.party')),
                ('mandate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='commitments', to='parties.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='parties.party')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='regions.region')),
            ],
            options={
                'verbose_name': 'commitment',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('text', models.TextField(verbose_name='condition')),
                ('who', models.CharField(blank=True, max_length=300, verbose_name='who else fulfils it')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by when')),
                ('outcome', models.CharField(default=samenspel.core.deals.commitment.Outcome['OPEN'], max_length=10, verbose_name='outcome')),
                ('settled_on', models.DateField(blank=True, null=True, verbose_name='settled on')),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='deals.commitment')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='parties.party')),
            ],
            options={
                'verbose_name': 'condition',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Deal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(verbose_name='address')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deals', to='regions.region')),
            ],
            options={
                'verbose_name': 'deal',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DealVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('state', models.CharField(default=samenspel.core.deals.states.DealState['DRAFT'], max_length=20, verbose_name='state')),
                ('state_since', models.DateTimeField(verbose_name='since')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('content', models.TextField()),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                ('lapses_on', models.DateField(blank=True, null=True, verbose_name='lapses')),
                ('in_force_at', models.DateTimeField(blank=True, null=True, verbose_name='in force since')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('escalation', models.TextField(blank=True, verbose_name='when a commitment is late')),
                ('based_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='deals.dealversion')),
                ('commitments', models.ManyToManyField(blank=True, related_name='deal_versions', to='deals.commitment')),
                ('deal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='deals.deal')),
            ],
            options={
                'verbose_name': 'version of a deal',
                'ordering': ['deal', 'number'],
            },
        ),
        migrations.CreateModel(
            name='PledgedAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveIntegerField(verbose_name='year')),
                ('amount_cents', models.PositiveBigIntegerField(verbose_name='amount')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amounts', to='deals.commitment')),
            ],
            options={
                'verbose_name': 'pledged amount',
                'ordering': ['year'],
            },
        ),
        migrations.CreateModel(
            name='Signatory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('must_sign', models.BooleanField(default=False, verbose_name='must sign')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatories', to='parties.party')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatories', to='deals.dealversion')),
            ],
            options={
                'verbose_name': 'party that signs',
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='dealversion',
            name='parties',
            field=models.ManyToManyField(related_name='deal_versions', through='deals.Signatory', to='parties.party'),
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('actor', models.CharField(max_length=64)),
                ('at', models.DateTimeField(verbose_name='signed')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('taken_back_reason', models.TextField(blank=True, verbose_name='reason')),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='parties.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='parties.party')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='deals.dealversion')),
            ],
            options={
                'verbose_name': 'signature',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Reservation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('text', models.TextField(verbose_name='reservation')),
                ('clause', models.CharField(blank=True, max_length=300, verbose_name='clause')),
                ('commitment', models.CharField(blank=True, max_length=20, verbose_name='code')),
                ('signature', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reservations', to='deals.signature')),
            ],
            options={
                'verbose_name': 'reservation',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.CharField(max_length=20, verbose_name='how far')),
                ('was', models.CharField(blank=True, max_length=20)),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='deals.commitment')),
            ],
            options={
                'verbose_name': 'step',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(verbose_name='reason')),
                ('given_on', models.DateField(verbose_name='notice given')),
                ('effective_on', models.DateField(verbose_name='no longer bound from')),
                ('actor', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='parties.party')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='deals.dealversion')),
            ],
            options={
                'verbose_name': 'withdrawal',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('region', 'key'), name='commitment_key_once'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['money', 'hours', 'knowledge', 'decision', 'facility', 'in-kind'])), name='commitment_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('rung__in', ['mentioned', 'pledged', 'covered-in-budget', 'adopted-by-council', 'granted', 'paid-or-done', 'accounted'])), name='commitment_rung_known'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='commitment_period_forward'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.UniqueConstraint(fields=('commitment', 'position'), name='condition_in_order'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['open', 'met', 'failed'])), name='condition_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', samenspel.core.deals.commitment.Outcome['OPEN']), ('settled_on__isnull', True)), models.Q(models.Q(('outcome', samenspel.core.deals.commitment.Outcome['OPEN']), _negated=True), ('settled_on__isnull', False)), _connector='OR'), name='condition_settled_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='deal',
            constraint=models.UniqueConstraint(fields=('region', 'slug'), name='deal_once'),
        ),
        migrations.AddConstraint(
            model_name='pledgedamount',
            constraint=models.UniqueConstraint(fields=('commitment', 'year'), name='pledged_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='signatory',
            constraint=models.UniqueConstraint(fields=('version', 'party'), name='signatory_once'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.UniqueConstraint(fields=('deal', 'number'), name='deal_version_once'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.UniqueConstraint(condition=models.Q(('state', samenspel.core.deals.states.DealState['IN_FORCE'])), fields=('deal',), name='deal_in_force_once'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', [samenspel.core.deals.states.DealState['DRAFT'], samenspel.core.deals.states.DealState['PROPOSED']])), fields=('deal',), name='deal_open_once'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'in-force', 'amended', 'ended', 'lapsed', 'retracted', 'dropped'])), name='deal_state_known'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', [samenspel.core.deals.states.DealState['DRAFT'], samenspel.core.deals.states.DealState['DROPPED']]), models.Q(('digest', ''), _negated=True), _connector='OR'), name='deal_shown_is_sealed'),
        ),
        migrations.AddConstraint(
            model_name='dealversion',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='deal_period_forward'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('version', 'party'), name='signed_once'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(('digest', ''), _negated=True), name='signed_over_a_text'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_reason', '')), models.Q(('taken_back_at__gte', models.F('at')), models.Q(('taken_back_reason', ''), _negated=True)), _connector='OR'), name='taken_back_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('clause', ''), _negated=True), models.Q(('commitment', ''), _negated=True), _connector='OR'), name='reservation_on_something'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('rung__in', ['mentioned', 'pledged', 'covered-in-budget', 'adopted-by-council', 'granted', 'paid-or-done', 'accounted'])), name='step_rung_known'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.UniqueConstraint(fields=('version', 'party'), name='withdrawn_once'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('effective_on__gte', models.F('given_on'))), name='withdrawal_after_notice'),
        ),
    ]
