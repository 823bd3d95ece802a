# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Where money comes from and on which terms.

Shares are in hundredths of a percent (basis points), money is whole eurocents.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.core.deals.commitment_checks import check_link, check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import KEY, MAX_INTEGER, SHORT_TEXT, shown

WHOLE = 10_000
"""The whole of something, in hundredths of a percent."""


class SourceKind(StrEnum):
    """Whose money it is; ``together``: of several parties, and who pays how much is not known."""

    NATIONAL = "national"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    WATER_AUTHORITY = "water-authority"
    EU = "eu"
    PRIVATE = "private"
    IN_KIND = "in-kind"
    TOGETHER = "together"


LOCAL_PUBLIC = frozenset({SourceKind.PROVINCE, SourceKind.MUNICIPALITY, SourceKind.WATER_AUTHORITY})
"""Money over which an elected council, states or assembly decides."""


@dataclass(frozen=True, slots=True)
class Source:
    """
    Money that somebody has for the region.

    ``from_national``: it comes from the Rijk, whoever passes it on. ``most_share``: the most that
    it may pay of what it and the money beside it are together. ``least_own_share``: the least that
    the region has to put beside it, as a share of both together. ``deviation``: why less is
    agreed. ``ends_on``: the last day on which it can be spent.
    """

    key: str
    name: str
    kind: SourceKind
    party: str = ""
    from_national: bool = False
    available_cents: int | None = None
    most_share: int | None = None
    least_own_share: int | None = None
    deviation: str = ""
    programme: str = ""
    ends_on: date | None = None
    evidence: str = ""
    link: str = ""

    @property
    def is_national(self) -> bool:
        """Whether its money is the Rijk's, directly or passed on."""
        return self.from_national or self.kind is SourceKind.NATIONAL


def check_source(one: Source) -> None:
    """
    Refuse a source that nobody can reckon with; ``field`` in the params says where.

    Raises:
        RuleError: ``code-unfit``, ``text-missing``, ``text-unfit``, ``link-unfit``,
            ``amount-negative``, ``amount-too-large`` or ``funding-share``.
    """
    if not KEY.fullmatch(one.key):
        raise RuleError("code-unfit", field="key", key=shown(one.key))
    check_text("name", one.name, most=SHORT_TEXT)
    for field in ("deviation", "programme", "evidence"):
        check_text(field, getattr(one, field), needed=False)
    check_link("link", one.link)
    check_cents("available_cents", one.available_cents)
    for field in ("most_share", "least_own_share"):
        share = getattr(one, field)
        if share is not None and not 0 < share < WHOLE:
            raise RuleError("funding-share", field=field)


def check_cents(field: str, cents: int | None) -> None:
    """Refuse money below zero or beyond 2^53. Raises ``amount-negative``, ``amount-too-large``."""
    if cents is not None and cents < 0:
        raise RuleError("amount-negative", field=field)
    if cents is not None and cents > MAX_INTEGER:
        raise RuleError("amount-too-large", field=field)
