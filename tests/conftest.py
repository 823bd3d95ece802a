# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every test may ask for: a browser, a PostgreSQL server, a running Samenspel."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from served import Served, serving_demo
from servers import scratch_database

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
POSTGRES = os.environ.get("SAMENSPEL_TEST_POSTGRES", "")
REQUIRE_ALL = os.environ.get("SAMENSPEL_TEST_REQUIRE_ALL") == "1"

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")  # a busy machine is no fault of what is tested

MISSING = {
    "browser": None if CHROMIUM.is_file() else f"Chromium: {CHROMIUM} (or name one in CHROMIUM)",
    "postgres": None if POSTGRES else "a PostgreSQL server: name one in SAMENSPEL_TEST_POSTGRES",
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, missing in MISSING.items():
        if missing and item.get_closest_marker(marker):
            pytest.fail(f"missing {missing}") if REQUIRE_ALL else pytest.skip(f"missing {missing}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """Fail what is skipped for any reason where everything must be tried."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {call.excinfo and call.excinfo.value}"
    return report


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that tests drive."""
    return CHROMIUM


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL database of one's own."""
    with scratch_database(POSTGRES) as url:
        yield url


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """
    A running Samenspel with the example regions, its address and a fresh log-in link per role.

    On the database of this run: SQLite in a temporary folder, or a PostgreSQL database of its own.
    """
    folder = tmp_path_factory.mktemp("served")
    if os.environ.get("DATABASE_URL"):
        with scratch_database(POSTGRES) as url, serving_demo(folder, database_url=url) as running:
            yield running
    else:
        with serving_demo(folder) as running:
            yield running
