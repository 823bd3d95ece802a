# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region for tests of acts."""

import pytest
from valley import NOON, REGION

from samenspel.agenda.services import import_region
from samenspel.core.rights import INSTALLATION


@pytest.fixture
def valley(db):
    """A region with an agenda in draft, version 1."""
    import_region(record=REGION, actor=INSTALLATION, at=NOON)
    return REGION
