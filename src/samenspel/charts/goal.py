# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a goal beside its straight path from baseline to target."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenspel.charts.chart import Chart, Raw
from samenspel.charts.look import PALETTE, specification
from samenspel.core.agenda.record import Goal
from samenspel.core.delivery.track import Observation, Path, path, track
from samenspel.words.delivery import VERDICTS, quantity
from samenspel.words.formats import short_date

_HEIGHT = 200


def goal_chart(goal: Goal, observations: Sequence[Observation]) -> Chart | None:
    """Return the figures of a goal as a chart; None without figures or without a path."""
    way = path(goal)
    if way is None or not observations:
        return None
    known = track(goal, observations)
    told = quantity(known.newest.value, goal.unit) if known.newest else _("unknown")
    return Chart(
        name="goal",
        title=f"{goal.indicator or goal.title}, {goal.unit}".strip(", "),
        desc=_("A straight line from the baseline to the target, and a dot for each figure. ")
        + _("Newest: %(value)s; %(verdict)s.")
        % {"value": told, "verdict": VERDICTS[known.verdict].name},
        source=_sources(goal, observations),
        spec=specification(_body(way, observations)),
        columns=(_("Day"), _("Value"), _("On the path"), _("Margin"), _("Source")),
        rows=tuple(_row(one, way, goal.unit) for one in observations),
        values=tuple(_values(one, way) for one in observations),
    )


def _body(way: Path, observations: Sequence[Observation]) -> dict[str, Any]:
    ends = [
        {"day": str(way.start), "value": float(way.first)},
        {"day": str(way.end), "value": float(way.last)},
    ]
    dots = [
        {
            "day": str(one.on),
            "value": float(one.value),
            "low": float(one.value - (one.margin or 0)),
            "high": float(one.value + (one.margin or 0)),
        }
        for one in observations
    ]
    x = {
        "field": "day",
        "type": "temporal",
        "axis": {"title": None, "format": "%Y", "tickCount": "year", "grid": False, "offset": 8},
    }
    y = {
        "field": "value",
        "type": "quantitative",
        "axis": {"title": None},
        "scale": {"zero": False, "nice": True},
    }
    line = {"type": "line", "color": PALETTE["pale"], "strokeWidth": 3, "clip": False}
    return {
        "height": _HEIGHT,
        "layer": [
            {"data": {"values": ends}, "mark": line, "encoding": {"x": x, "y": y}},
            {
                "data": {"values": dots},
                "mark": {"type": "rule", "color": PALETTE["main"]},
                "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
            },
            {
                "data": {"values": dots},
                "mark": {"type": "point", "color": PALETTE["main"]},
                "encoding": {"x": x, "y": y},
            },
        ],
    }


def _row(one: Observation, way: Path, unit: str) -> tuple[str, ...]:
    margin = _("unknown") if one.margin is None else quantity(one.margin, unit)
    expected = quantity(_expected(one, way), unit)
    return (short_date(one.on), quantity(one.value, unit), expected, margin, one.source)


def _values(one: Observation, way: Path) -> tuple[Raw, ...]:
    margin = None if one.margin is None else float(one.margin)
    return (str(one.on), float(one.value), float(_expected(one, way)), margin, one.source)


def _expected(one: Observation, way: Path) -> Decimal:
    return Decimal(round(way.at(one.on) * 10)) / 10


def _sources(goal: Goal, observations: Sequence[Observation]) -> str:
    found = dict.fromkeys(one.source for one in observations)
    return "; ".join([*found, *([goal.source] if goal.source and goal.source not in found else [])])
