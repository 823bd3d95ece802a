# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a chart is, before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Raw = str | int | float | None
"""A value as programs read it; None is unknown."""


@dataclass(frozen=True, slots=True)
class Chart:
    """
    Figures to be drawn, with the table of the same figures.

    Make one with ``look.chart``. ``name`` is in kebab case, for files and addresses. ``title`` says
    what is shown, with unit and period; ``desc`` what is to be seen, for who cannot. ``spec`` is a
    whole Vega-Lite specification but for the title. ``rows`` are texts for people, one for each of
    ``columns``, the first names the row; ``values`` are the same for programs.
    """

    name: str
    title: str
    desc: str
    source: str
    spec: Mapping[str, Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[tuple[Raw, ...], ...]
