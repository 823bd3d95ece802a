# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the checks let through fits its column: PostgreSQL refuses what SQLite takes."""

import pytest
from django.apps import apps
from django.db.models import CharField

from samenspel.core.limits import text_limit
from samenspel.core.record_schema import KINDS, Shape, fields_of
from samenspel.ledger.models import Entry

MODELS = {"member": "regions.Municipality", "agenda": "agenda.Version"}
CODES = {"key", "slug", "code", "scheme", "phase"}  # their pattern bounds them
HOMES = ("regions", "parties", "agenda")


def model_of(kind):
    name = MODELS.get(kind)
    if name:
        return apps.get_model(name)
    found = [model for home in HOMES for model in apps.get_app_config(home).get_models()]
    return next(model for model in found if model.__name__.lower() == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_fits_its_column(kind):
    columns = {field.name: field for field in model_of(kind)._meta.fields}
    for field in fields_of(kind):
        column = columns.get(field.name)
        bounded = isinstance(column, CharField) and field.shape is Shape.TEXT
        if bounded and field.name not in CODES:
            assert column.max_length >= text_limit(field.name), field.name


def test_the_longest_thing_has_a_name_on_the_ledger():
    seat = f"seat:{'b' * 50}/{'p' * 50}/{'t' * text_limit('title')}/2026-01-01"

    assert Entry._meta.get_field("object").max_length >= len(seat)
