# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What tests of the pages may ask for."""

import pytest
from asking import Asking
from bench import fill
from django.db import transaction
from django.utils import timezone
from world import build


@pytest.fixture(scope="module")
def asking(django_db_setup, django_db_blocker):
    """Everybody before a world that is made once for a module; tests carry ``django_db``."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Asking(build(timezone.now()), timezone.now())
        transaction.set_rollback(True)


@pytest.fixture
def bench(db):
    """A small region with a draft, and somebody in every role."""
    return fill()


@pytest.fixture
def secretary(bench):
    """The browser of the programme secretary."""
    return bench.client("secretary")


@pytest.fixture
def officer(bench):
    """The browser of an officer of the school."""
    return bench.client("officer")
