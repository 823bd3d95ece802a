# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The models and their migrations say the same."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

OURS = (
    *("ledger", "regions", "parties", "agenda"),
    *("deals", "funding", "councils", "delivery"),
)

pytestmark = pytest.mark.django_db


def missing() -> str:
    """Return the migrations that would be made; empty text when there are none."""
    output = StringIO()
    try:
        call_command("makemigrations", *OURS, check=True, dry_run=True, stdout=output)
    except SystemExit:
        return output.getvalue()
    return ""


def test_no_migration_is_missing():
    assert missing() == ""


def test_a_field_without_migration_is_caught():
    party = apps.get_model("parties", "Party")
    planted = models.BooleanField(default=False)
    planted.contribute_to_class(party, "planted")
    try:
        assert "planted" in missing()
    finally:
        party._meta.local_fields.remove(planted)
        del party.planted
        party._meta._expire_cache()
        apps.clear_cache()
