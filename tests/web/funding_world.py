# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The funding plan in the regions of ``world``: G1 is of noord, G2 of zuid, and so are R1 and R2.

R3 rests on T13, of which only noord and the secretariat know; it bears
``onthuldraak-<region>deal``.
"""

from datetime import UTC, date, datetime

from deal_world import as_it_is

from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.rights import INSTALLATION
from samenspel.funding import services
from samenspel.sources.plan_columns import SOURCE_COLUMNS, SOURCES
from samenspel.sources.tables import Table, write_tables

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def fill(slug, k, *, say=as_it_is):
    """
    Put a funding plan in a region.

    *say* makes of the name of a field and its text what is written in it.
    """
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    for number, party in ((1, "noord"), (2, "zuid")):
        source = Source(
            f"{k}G{number}",
            say("name", f"Geld van {party}"),
            SourceKind.MUNICIPALITY,
            party=f"{slug}-{party}",
            least_own_share=5000,
            deviation=say("about", "Afgesproken"),
            programme=say("about", "Voorwaarden"),
            ends_on=date(2030, 12, 31),
            evidence=say("evidence", "Brief"),
        )
        services.save_source(**where, source=source)
    for number, party, other in ((1, "noord", 2), (2, "zuid", 1)):
        line = FundingLine(
            f"{k}R{number}",
            f"{k}G{number}",
            2_000_00,
            measure=f"{k}M1",
            year=2027,
            party=f"{slug}-{party}",
            beside=f"{k}G{other}",
            hours=100,
            tariff_cents=20_00,
            evidence=say("evidence", "Urenstaat"),
            note=say("about", "Uitleg"),
        )
        services.save_line(**where, line=line)
    hidden = FundingLine(
        f"{k}R3",
        f"{k}G1",
        500_00,
        measure=f"{k}M1",
        commitment=f"{k}T13",
        note=say("about", f"Stil Onthuldraak-{slug}deal"),
    )
    services.save_line(**where, line=hidden)


def new_source(slug, k):
    """Return a source of noord that is not there yet."""
    return Source(f"{k}G8", "Nieuw geld", SourceKind.MUNICIPALITY, party=f"{slug}-noord")


def plan_file(slug, k):
    """Return a file with that source."""
    one = new_source(slug, k)
    heads = tuple((column.field, column.heading) for column in SOURCE_COLUMNS)
    row = (one.key, one.name, "gemeente", one.party, *[None] * (len(heads) - 4))
    return write_tables(slug, [Table("sources", SOURCES[0], heads, (row,))], "ods")
