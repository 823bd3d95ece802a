# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""All that the cash of a region says on a day: payments, forecast, leverage and SiSa."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.agenda.queries import current_version, titles
from samenspel.core.funding.cash import Cash, Payment, cash_by
from samenspel.core.funding.forecast import Forecast, Move, forecasts, moves
from samenspel.core.funding.leverage import Leverage, leverage_by_party, leverage_by_source
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.sources import Source
from samenspel.core.rights import NOBODY, Actor

from .cashier import PaymentRow, payment_rows
from .plan import plan
from .sisa import SisaFacts, sisa_tables


@dataclass(frozen=True, slots=True)
class CashBook:
    """
    The cash of a region as a reader sees it.

    ``rows`` are its payments, latest first; ``entries`` what its plan puts into each year;
    ``measures`` are titles by key, of the agenda that the region lives by.
    """

    on: date
    rows: tuple[PaymentRow, ...]
    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    measures: Mapping[str, str]
    sisa: tuple[SisaFacts, ...]

    @property
    def payments(self) -> tuple[Payment, ...]:
        """The payments, earliest first."""
        return tuple(row.payment for row in reversed(self.rows))

    @property
    def by_source(self) -> dict[str, Cash]:
        """Source -> what was received and paid out, of all with a payment, in their order."""
        found = cash_by(self.payments, lambda one: one.source)
        return {key: found[key] for key in self.sources if key in found}

    @property
    def by_year(self) -> dict[int, Cash]:
        """Year in which it counts -> what was received and paid out, in order."""
        return dict(sorted(cash_by(self.payments, lambda one: one.year).items()))

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """What will be spent on the last day of each source, by measure."""
        ends = {key: one.ends_on for key, one in self.sources.items()}
        return forecasts(self.entries, self.payments, ends, self.on)

    @property
    def moves(self) -> tuple[Move, ...]:
        """How money could go to where it will be short."""
        return moves(self.forecasts)

    @property
    def leverage_by_source(self) -> dict[str, Leverage]:
        """Source -> what its money stands beside."""
        return leverage_by_source(self.entries)

    @property
    def leverage_by_party(self) -> dict[str, Leverage]:
        """Party -> what its money stands beside."""
        return leverage_by_party(self.entries)

    @property
    def lines(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Source and measure -> the lines of the plan that a payment of both belongs to."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in self.entries:
            found.setdefault((one.source, one.measure), []).append(one.line)
        return {place: tuple(dict.fromkeys(lines)) for place, lines in found.items()}


def cash_book(region_id: int, region: str, *, on: date, reader: Actor = NOBODY) -> CashBook:
    """Return the cash of a region on a day; *reader* is who looks at its plan; ten statements."""
    rows = tuple(payment_rows(region_id))
    planned = plan(region_id, {}, reader)
    version = current_version(region)
    keys = {row.payment.measure for row in rows} | {one.measure for one in planned.entries}
    known = titles(version.pk, "measure", keys - {""}) if version and keys - {""} else {}
    return CashBook(
        on, rows, planned.sources, planned.entries, known, tuple(sisa_tables(region_id))
    )
