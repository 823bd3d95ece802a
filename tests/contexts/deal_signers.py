# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A program in which representatives of 20 parties all sign one deal, each twice, at once."""

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
from table import DAY, act, entries, hold, page, propose  # noqa: E402 - the same
from valley import NOON, REGION  # noqa: E402 - the same

from samenspel.agenda.services import import_region  # noqa: E402 - the same
from samenspel.core.deals.deal import DealDraft, Terms  # noqa: E402 - the same
from samenspel.core.errors import RuleError  # noqa: E402 - the same
from samenspel.core.region_record import Party  # noqa: E402 - the same
from samenspel.core.rights import INSTALLATION  # noqa: E402 - the same
from samenspel.ledger.queries import verify_book  # noqa: E402 - the same

PARTIES = tuple(f"party-{number}" for number in range(20))
TWICE = 2


def main():
    call_command("migrate", verbosity=0)
    actors, digest = lay_on_the_table()
    together = Barrier(TWICE * len(PARTIES))

    def sign(party):
        together.wait()
        try:
            return str(act("sign_deal", actors[party], party=party, digest=digest))
        except RuleError as error:
            return error.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TWICE * len(PARTIES)) as pool:
        outcomes = list(pool.map(sign, PARTIES * TWICE))
    now = page(on=DAY).current
    signed = [one["kind"] for one in entries()].count("deal-signed")
    found = {
        "outcomes": sorted(outcomes),
        "signed": sorted(one.party for one in now.facts.signatures),
        "entries": signed,
        "state": now.state,
        "fault": str(verify_book("valley") or ""),
    }
    sys.stdout.write(json.dumps(found))


def lay_on_the_table():
    parties = tuple(Party(slug, slug, "school") for slug in PARTIES)
    region = replace(REGION, parties=(*REGION.parties, *parties))
    import_region(record=region, actor=INSTALLATION, at=NOON)
    actors = {party: hold(party) for party in PARTIES}
    return actors, propose(DealDraft(Terms("Deal", "Together.", PARTIES)))


if __name__ == "__main__":
    main()
