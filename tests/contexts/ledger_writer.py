# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A program that uses the ledger: ``migrate``, ``append COUNT THREADS``, ``export`` or ``acts``.

An act is a row and its entry in one transaction. The row is one of Django's own content types, so
that the ledger is all that the program needs.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import django
from django.conf import settings

from samenspel.conf.settings import DATABASES

APPS = ["django.contrib.contenttypes", "samenspel.ledger"]
settings.configure(DATABASES=DATABASES, INSTALLED_APPS=APPS, USE_TZ=True)
django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402 - needs the settings above
from django.core.management import call_command  # noqa: E402 - the same
from django.db import connection, transaction  # noqa: E402 - the same

from samenspel.core.rights import Actor, Grant, Role  # noqa: E402 - the same
from samenspel.ledger import queries, services  # noqa: E402 - the same


def migrate():
    call_command("migrate", verbosity=0)


def append(count, threads="1"):
    """Do *count* acts in each of some threads; print each digest after its commit."""
    with ThreadPoolExecutor(int(threads)) as pool:
        list(pool.map(_append, [int(count)] * int(threads), range(int(threads))))


def _append(count, thread):
    who = f"{os.getpid()}-{thread}"
    for number in range(count):
        with transaction.atomic():
            ContentType.objects.create(app_label=who, model=str(number))
            link = services.append(
                book="twente",
                kind="measure-changed",
                object=f"{who}:{number}",
                actor=Actor(who),
                grant=Grant(Role.SECRETARY),
                details={"number": number},
                at=datetime(2026, 3, 1, tzinfo=UTC),
            )
        sys.stdout.write(f"{link.digest}\n")
        sys.stdout.flush()
    connection.close()


def export():
    sys.stdout.buffer.writelines(queries.export_lines("twente"))


def acts():
    """Print each row that an act wrote, as the object of its entry."""
    rows = ContentType.objects.exclude(app_label__in=("contenttypes", "ledger"))
    for row in rows.values_list("app_label", "model"):
        sys.stdout.write(":".join(row) + "\n")


if __name__ == "__main__":
    {"migrate": migrate, "append": append, "export": export, "acts": acts}[sys.argv[1]](
        *sys.argv[2:]
    )
