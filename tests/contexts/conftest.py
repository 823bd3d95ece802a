# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region, and parties at its table; recorded answers of CBS only where they are."""

import os

import pytest
from table import FUND, HOURS, MONEY, conclude, promise, seat
from valley import NOON, REGION

from samenspel.agenda.services import import_region
from samenspel.core.rights import INSTALLATION

collect_ignore = [] if os.environ.get("SAMENSPEL_SHARED_DATA") else ["test_cbs_recordings.py"]


@pytest.fixture
def valley(db):
    """A region with an agenda in draft, version 1."""
    import_region(record=REGION, actor=INSTALLATION, at=NOON)
    return REGION


@pytest.fixture
def table(db):
    """The parties with their commitments, and nothing agreed yet."""
    actors = seat()
    promise(MONEY, HOURS, FUND)
    return actors


@pytest.fixture
def agreed(table):
    """The deal in force."""
    conclude(table)
    return table
