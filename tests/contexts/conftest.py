# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region for tests of acts; recorded answers of CBS only where they are."""

import os

import pytest
from valley import NOON, REGION

from samenspel.agenda.services import import_region
from samenspel.core.rights import INSTALLATION

collect_ignore = [] if os.environ.get("SAMENSPEL_SHARED_DATA") else ["test_cbs_recordings.py"]


@pytest.fixture
def valley(db):
    """A region with an agenda in draft, version 1."""
    import_region(record=REGION, actor=INSTALLATION, at=NOON)
    return REGION
