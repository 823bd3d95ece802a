# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The cash in the regions of ``world``: noord keeps it, and from source G9 something was paid for M1.

The year 2024 is locked for SiSa, 2025 is filled in and open.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.sisa import DEFAULT_COLUMNS
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.rights import INSTALLATION
from samenspel.funding import services
from samenspel.funding.queries import payment_named
from samenspel.regions.queries import region

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANSWERS = {"03": "J", "06": "N", "07": "N", "08": "R"}


def as_it_is(_field, text):
    """Return a text as it is."""
    return text


def payment(slug, k, number, year=2025, say=as_it_is):
    """Return a payment for M1; the same number is the same payment."""
    return Payment(
        f"{k}-{number}",
        date(year, 6, 1),
        Direction.OUT,
        PaymentKind.INSTALMENT,
        f"{k}G9",
        f"{slug}-zuid",
        f"{k}M1",
        year,
        100_00,
        say("source", "Afschrift")[:300],
    )


def fill(slug, k, *, say=as_it_is):
    """
    Put the cash in a region; return the key of a payment that can be taken back.

    *say* makes of the name of a field and its text what is written in it.
    """
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    name = say("name", "Aanloopgeld")
    source = Source(f"{k}G9", name, SourceKind.NATIONAL, ends_on=date(2027, 12, 31))
    columns = [replace(one, label=say("title", one.label)[:300]) for one in DEFAULT_COLUMNS]
    services.save_source(**where, source=source)
    services.set_cashier(**where, party=f"{slug}-noord")
    services.set_columns(**where, source=source.key, columns=columns)
    for year in (2024, 2025):
        services.record_payment(**where, payment=payment(slug, k, year, year, say))
        services.answer_sisa(
            **where,
            source=source.key,
            year=year,
            measure=f"{k}M1",
            answers=ANSWERS | {"04": say("source", "")[:300]},
        )
    services.lock_year(**where, source=source.key, year=2024)
    row = payment_named(region(slug).pk, f"{k}-2025")
    return str(row.pk)
