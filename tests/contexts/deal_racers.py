# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A program in which many who saw the same change it at the same moment, each in another way."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.conf.settings"

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - models need the settings above
from django.db import connections  # noqa: E402 - the same
from table import (  # noqa: E402 - the same
    DAY,
    DRAFT,
    HOURS,
    MONEY,
    TERMS,
    act,
    entries,
    promise,
    seat,
)
from valley import SECRETARY  # noqa: E402 - the same

from samenspel.core.deals.ladder import Rung  # noqa: E402 - the same
from samenspel.core.deals.text import content_digest  # noqa: E402 - the same
from samenspel.core.errors import RuleError  # noqa: E402 - the same
from samenspel.ledger.queries import verify_book  # noqa: E402 - the same

AT_ONCE = 6


def main():
    call_command("migrate", verbosity=0)
    seat()
    promise(MONEY, HOURS)
    draft = replace(DRAFT, binds=("T1",))
    act("save_deal", draft=draft)
    step = {"key": "T1", "on": DAY, "evidence": "The budget", "reason": "So it is"}
    hours, whole = content_digest(HOURS), content_digest(draft)
    more = (replace(HOURS, hours=count) for count in range(1, AT_ONCE))
    found = {
        "moved": race(
            ("move_commitment", {**step, "to": rung, "seen": "mentioned"})
            for rung in list(Rung)[1:]
        ),
        "removed": race(
            [
                ("remove_commitment", {"key": "T2", "seen": hours}),
                *(
                    ("save_commitment", {"commitment": one, "instead_of": "T2", "seen": hours})
                    for one in more
                ),
            ]
        ),
        "dropped": race(
            [
                ("drop_deal", {"seen": whole}),
                *(
                    ("save_deal", {"draft": replace(draft, terms=_notice(days)), "seen": whole})
                    for days in range(1, AT_ONCE)
                ),
            ]
        ),
        "fault": str(verify_book("valley") or ""),
        "entries": len(entries()),
    }
    sys.stdout.write(json.dumps(found))


def _notice(days):
    return replace(TERMS, notice_days=days)


def race(acts):
    """Do all *acts* at once; return how each went."""
    known = list(acts)
    together = Barrier(len(known))

    def run(one):
        name, what = one
        together.wait()
        try:
            act(name, SECRETARY, **what)
        except RuleError as error:
            return error.code
        else:
            return "done"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(known)) as pool:
        return sorted(pool.map(run, known))


if __name__ == "__main__":
    main()
