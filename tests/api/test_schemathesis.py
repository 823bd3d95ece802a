# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The API does what its description says, whatever it is asked: Schemathesis finds nothing.

All its checks are on: no server error, no undescribed status, header or shape, nothing refused
that fits and nothing accepted that does not. In this process, on the example regions.
"""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from schemathesis.config import SchemathesisConfig

from samenspel.api.views import described
from samenspel.conf.wsgi import application

pytestmark = pytest.mark.django_db

EXAMPLES = 25
"""Of each operation, on top of those that Schemathesis derives from the limits of each value."""

KNOWN = {
    "path.region": ["lindewaard", "twente"],
    "path.slug": ["lindewaard", "roc-de-linde", "regioraad", "werk-en-techniek"],
    "path.party": ["werkgevers-lindewaard"],
    "path.number": [1, 2],
    "path.key": ["O1", "L1", "D1", "M1", "T9"],
    "path.seq": [1, 2, 3],
    "query.version": [1],
    "query.since": [1],
    "query.challenge": ["O1"],
    "query.lead": ["roc-de-linde"],
}
"""Names that exist, used in three questions of four: else nearly all would end at 404."""


def plain(name):
    return name.replace(".", "-")


config = SchemathesisConfig.from_dict(
    {
        "seed": 20261124,
        "generation": {"max-examples": EXAMPLES, "mode": "all", "database": "none"},
        "phases": {"coverage": {"unexpected-methods": ["POST", "PUT", "PATCH", "DELETE", "TRACE"]}},
        "dictionaries": {
            name.replace(".", "-"): {"values": found} for name, found in KNOWN.items()
        },
        "parameters": {name: {"dictionary": plain(name), "probability": 0.75} for name in KNOWN},
    }
)
document = described() | {"servers": [{"url": "http://testserver/api/v1"}]}
schema = schemathesis.openapi.from_dict(document, config=config)
schema.app = application


@pytest.fixture(scope="module")
def answered():
    """Counts the answers; in the end many must have been found, many refused."""
    count = Counter()
    yield count
    if count.total() > 1000:  # not when somebody runs a few operations only
        assert min(count[status] for status in (200, 400, 404)) * 10 > count.total(), count


@pytest.fixture(autouse=True)
def _without_limit(settings):
    rates = {"DEFAULT_THROTTLE_RATES": {"address": None}}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | rates


@pytest.fixture(autouse=True)
def _keep_the_connection():
    """A real request would close the connection that holds the transaction of the tests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
def test_what_is_asked_is_answered_as_described(case, installation, answered):
    answered[case.call_and_validate().status_code] += 1
