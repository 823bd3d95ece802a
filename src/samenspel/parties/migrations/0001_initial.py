# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import samenspel.parties.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('is_active', models.BooleanField(default=True)),
                ('date_joined', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'account',
            },
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('slug', models.SlugField(verbose_name='address')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bodies', to='regions.region')),
            ],
            options={
                'verbose_name': 'body',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='LoginLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='login_links', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'log-in link',
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('slug', models.SlugField(verbose_name='address')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('kind', models.CharField(max_length=50, verbose_name='kind of party')),
                ('legal_form', models.CharField(blank=True, max_length=300, verbose_name='legal form')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('website', models.URLField(blank=True, max_length=1000, verbose_name='website')),
                ('since', models.DateField(blank=True, null=True, verbose_name='takes part since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='takes part until')),
                ('source', models.CharField(blank=True, max_length=1000, verbose_name='source')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='regions.municipality')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='regions.region')),
            ],
            options={
                'verbose_name': 'party',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=samenspel.parties.models.new_reference, editable=False, max_length=32, unique=True)),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'person',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organ', models.CharField(max_length=300, verbose_name='decided by')),
                ('decided_on', models.DateField(verbose_name='decided on')),
                ('scope', models.TextField(verbose_name='for what')),
                ('limit_cents', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='up to')),
                ('link', models.URLField(blank=True, max_length=1000, verbose_name='decision')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='parties.party')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandates', to='parties.person')),
            ],
            options={
                'verbose_name': 'mandate',
                'ordering': ['party__position', 'since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=20, verbose_name='role')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='regions.region')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='parties.party')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='parties.person')),
            ],
            options={
                'verbose_name': 'role',
                'ordering': ['role', 'person__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('title', models.CharField(blank=True, max_length=300, verbose_name='as what')),
                ('votes', models.PositiveIntegerField(blank=True, null=True, verbose_name='votes')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='parties.body')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='parties.party')),
            ],
            options={
                'verbose_name': 'seat',
                'ordering': ['body__position', 'position'],
            },
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.UniqueConstraint(fields=('region', 'slug'), name='body_once_in_region'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('region', 'slug'), name='party_once_in_region'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('since__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='party_leaves_after_joining'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='mandate_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['secretary', 'representative', 'officer', 'controller', 'clerk', 'councillor', 'analyst', 'reader', 'administrator'])), name='assignment_role_known'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='assignment_ends_after_start'),
        ),
    ]
