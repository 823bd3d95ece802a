# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a region's own, on its profile and in its files."""

from collections.abc import Iterator, Sequence
from typing import Any

from samenspel.core.own_figures import OwnFigure
from samenspel.regions.queries import municipalities, own_figures
from samenspel.web.page import Visit
from samenspel.words import own_figures as words
from samenspel.words.own_figures import OwnTheme, Place

Found = tuple[tuple[OwnFigure, ...], Sequence[Place]]
"""The figures, and the municipalities that they are shown of: none when there are no figures."""


def theme(seen: Visit) -> OwnTheme | None:
    """Return what the page shows, None when there are no own figures."""
    return words.theme(*_found(seen))


def data(seen: Visit) -> list[dict[str, Any]]:
    """Return what the JSON holds."""
    return words.data(*_found(seen))


def rows(seen: Visit) -> Iterator[dict[str, Any]]:
    """Yield what the CSV holds of them."""
    return words.csv_rows(*_found(seen))


def _found(seen: Visit) -> Found:
    figures = own_figures(seen.region.pk)
    if not figures:
        return (), ()
    places = municipalities(seen.region.pk, seen.on)
    return figures, [(one.code, one.name, one.people) for one in places]
