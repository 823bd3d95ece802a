# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A program that uses the ledger: ``migrate``, ``append COUNT`` or ``export``."""

import os
import sys
from datetime import UTC, datetime

import django
from django.conf import settings

from samenspel.conf.settings import DATABASES

settings.configure(DATABASES=DATABASES, INSTALLED_APPS=["samenspel.ledger"], USE_TZ=True)
django.setup()

from django.core.management import call_command  # noqa: E402 - models need the settings above
from django.db import transaction  # noqa: E402 - the same

from samenspel.core.rights import Actor, Grant, Role  # noqa: E402 - the same
from samenspel.ledger import queries, services  # noqa: E402 - the same


def migrate():
    call_command("migrate", verbosity=0)


def append(count):
    """Write *count* entries, each in its own transaction; print each digest after its commit."""
    for number in range(int(count)):
        with transaction.atomic():
            link = services.append(
                book="twente",
                kind="measure-changed",
                object=f"measure:M{number}",
                actor=Actor(str(os.getpid())),
                grant=Grant(Role.SECRETARY),
                details={"number": number},
                at=datetime(2026, 3, 1, tzinfo=UTC),
            )
        sys.stdout.write(f"{link.digest}\n")
        sys.stdout.flush()


def export():
    sys.stdout.buffer.writelines(queries.export_lines("twente"))


if __name__ == "__main__":
    {"migrate": migrate, "append": append, "export": export}[sys.argv[1]](*sys.argv[2:])
