# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Region',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='address')),
                ('title', models.CharField(max_length=300, verbose_name='name')),
                ('kind', models.CharField(max_length=50, verbose_name='kind of region')),
                ('code', models.CharField(blank=True, max_length=10, verbose_name='code')),
                ('fictional', models.BooleanField(default=False, verbose_name='fictional')),
                ('summary', models.TextField(blank=True, verbose_name='what is special here')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
            ],
            options={
                'verbose_name': 'region',
                'ordering': ['title', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('code', models.CharField(max_length=10, verbose_name='CBS code')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('since', models.DateField(blank=True, null=True, verbose_name='member since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='member until')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='municipalities', to='regions.region')),
            ],
            options={
                'verbose_name': 'municipality',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('scheme', models.CharField(max_length=30, verbose_name='classification')),
                ('code', models.CharField(max_length=50, verbose_name='code')),
                ('label_nl', models.CharField(max_length=300, verbose_name='label in Dutch')),
                ('label_en', models.CharField(max_length=300, verbose_name='label in English')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='regions.region')),
            ],
            options={
                'verbose_name': 'term',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Inhabitants',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveIntegerField(verbose_name='year')),
                ('people', models.PositiveIntegerField(verbose_name='inhabitants')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inhabitants', to='regions.municipality')),
            ],
            options={
                'verbose_name': 'inhabitants',
                'ordering': ['municipality__position', 'year'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'year'), name='inhabitants_once_a_year')],
            },
        ),
        migrations.AddConstraint(
            model_name='municipality',
            constraint=models.UniqueConstraint(fields=('region', 'code'), name='municipality_once_in_region'),
        ),
        migrations.AddConstraint(
            model_name='municipality',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('since__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='municipality_leaves_after_joining'),
        ),
        migrations.AddConstraint(
            model_name='term',
            constraint=models.CheckConstraint(condition=models.Q(('scheme__in', ('triangle-side', 'policy-field', 'party-kind', 'phase'))), name='term_scheme_known'),
        ),
        migrations.AddConstraint(
            model_name='term',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_from__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='term_ends_after_start'),
        ),
        migrations.CreateModel(
            name='OwnIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='code')),
                ('period', models.PositiveIntegerField(verbose_name='year')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('unit', models.CharField(max_length=50, verbose_name='unit')),
                ('direction', models.CharField(max_length=20, verbose_name='direction')),
                ('rule', models.CharField(max_length=10, verbose_name='aggregation rule')),
                ('source', models.CharField(max_length=1000, verbose_name='source')),
                ('licence', models.CharField(max_length=300, verbose_name='licence')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_indicators', to='regions.region')),
            ],
            options={
                'verbose_name': 'own indicator',
                'ordering': ['code', 'period'],
            },
        ),
        migrations.CreateModel(
            name='OwnObservation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.DecimalField(decimal_places=6, max_digits=21, verbose_name='value')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='regions.ownindicator')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_observations', to='regions.municipality')),
            ],
            options={
                'verbose_name': 'own observation',
                'ordering': ['indicator', 'municipality__position'],
            },
        ),
        migrations.AddConstraint(
            model_name='ownindicator',
            constraint=models.UniqueConstraint(fields=('region', 'code', 'period'), name='own_indicator_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='ownindicator',
            constraint=models.CheckConstraint(condition=models.Q(('rule__in', ('sum', 'mean', 'none'))), name='own_indicator_rule_known'),
        ),
        migrations.AddConstraint(
            model_name='ownindicator',
            constraint=models.CheckConstraint(condition=models.Q(('direction__in', ('higher-better', 'lower-better', 'neutral'))), name='own_indicator_direction_known'),
        ),
        migrations.AddConstraint(
            model_name='ownobservation',
            constraint=models.UniqueConstraint(fields=('indicator', 'municipality'), name='own_observation_once'),
        ),
    ]
