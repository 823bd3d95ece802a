# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sectors are near to what a region is strong in, said with care."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Related
from samenspel.words.figures import percent, sector_name


@dataclass(frozen=True, slots=True)
class NearRow:
    """How near a region lies to a sector, and through which others."""

    name: str
    strong: str
    density: str
    certain: str
    by_chance: str
    through: str


def told(found: Sequence[Related]) -> list[str]:
    """Return a sentence for each sector that could grow; one that says so when there is none."""
    return [_near(one) for one in found if one.could_grow] or [
        _(
            "Of no sector in which the region is not yet strong is it certain that it lies nearer "
            "to what the region has than chance would show."
        )
    ]


def rows(found: Sequence[Related]) -> list[NearRow]:
    """Return how near each sector lies, the nearest first."""
    return [
        NearRow(
            name=sector_name(one.code),
            strong=_("yes") if one.strong else _("no"),
            density=percent(one.density),
            certain=f"{percent(one.low)} - {percent(one.high)}",
            by_chance=percent(one.by_chance),
            through=_through(one),
        )
        for one in found
    ]


def caution() -> str:
    """Return how much weight this carries, in a sentence."""
    return _(
        "This says little, and is a question rather than advice: there are only ten broad sectors "
        "and 40 COROP regions to learn from, and sectors that are found together need not help "
        "each other. Both may follow a port, a university or space."
    )


def _near(one: Related) -> str:
    return _(
        "%(name)s is not large here, but goes together elsewhere with what is: %(through)s. Of all "
        "that goes together with it, the region has %(density)s; by chance that would be "
        "%(by_chance)s."
    ) % {
        "name": sector_name(one.code),
        "through": _through(one),
        "density": percent(one.density),
        "by_chance": percent(one.by_chance),
    }


def _through(one: Related) -> str:
    return "; ".join(map(sector_name, one.through))
