# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region to work on."""

import pytest
from bench import fill


@pytest.fixture
def bench(db):
    """A region with a draft, and somebody in every role."""
    return fill()


@pytest.fixture
def secretary(bench):
    """The browser of the programme secretary."""
    return bench.client("secretary")


@pytest.fixture
def officer(bench):
    """The browser of an officer of the school."""
    return bench.client("officer")
