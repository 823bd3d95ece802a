# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One book per region, one entry per act, and the heads that were signed."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Book',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=100, unique=True, verbose_name='region')),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveBigIntegerField(verbose_name='number')),
                ('previous', models.CharField(max_length=64, verbose_name='previous digest')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='digest')),
                ('payload', models.TextField(verbose_name='sealed text')),
                ('kind', models.CharField(max_length=64, verbose_name='kind')),
                ('at', models.DateTimeField(verbose_name='moment')),
                ('object', models.CharField(max_length=500, verbose_name='object')),
                ('actor', models.CharField(max_length=64, verbose_name='actor')),
                ('role', models.CharField(max_length=32, verbose_name='role')),
                ('party', models.CharField(blank=True, max_length=100, verbose_name='party')),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='ledger.book')),
            ],
            options={
                'verbose_name_plural': 'entries',
                'indexes': [models.Index(fields=['book', 'object', '-seq'], name='entry_by_object'), models.Index(fields=['book', 'kind', '-seq'], name='entry_by_kind')],
                'constraints': [models.UniqueConstraint(fields=('book', 'seq'), name='entry_number_once'), models.UniqueConstraint(fields=('book', 'previous'), name='entry_no_fork'), models.CheckConstraint(condition=models.Q(models.Q(('previous', '0000000000000000000000000000000000000000000000000000000000000000'), ('seq', 1)), models.Q(('seq__gt', 1), models.Q(('previous', '0000000000000000000000000000000000000000000000000000000000000000'), _negated=True)), _connector='OR'), name='entry_first_after_genesis'), models.CheckConstraint(condition=django.db.models.lookups.Exact(django.db.models.functions.text.Length('digest'), 64), name='entry_digest_whole'), models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), _negated=True), models.Q(('object', ''), _negated=True), models.Q(('actor', ''), _negated=True)), name='entry_says_who_what_where')],
            },
        ),
        migrations.CreateModel(
            name='TreeHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.PositiveBigIntegerField(verbose_name='number of entries')),
                ('root', models.CharField(max_length=64, verbose_name='root')),
                ('digest', models.CharField(max_length=64, verbose_name='digest of the last entry')),
                ('at', models.DateTimeField(verbose_name='moment')),
                ('key', models.CharField(max_length=64, verbose_name='public key')),
                ('signature', models.CharField(max_length=128, verbose_name='signature')),
                ('peaks', models.TextField(verbose_name='roots of complete parts')),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heads', to='ledger.book')),
            ],
            options={
                'verbose_name': 'signed head',
                'constraints': [models.UniqueConstraint(fields=('book', 'size', 'key'), name='head_signed_once'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='head_of_entries')],
            },
        ),
    ]
