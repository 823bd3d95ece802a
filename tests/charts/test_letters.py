# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""No text ends the process that draws it."""

from xml.etree import ElementTree as ET

import pytest

from samenspel.charts.chart import Chart
from samenspel.charts.letters import fit
from samenspel.charts.look import specification
from samenspel.charts.render import png, svg, svg_file

UNFIT = ["\x00", "\x07", "\x1b", "\ufffe", "\uffff", "\ud800"]


def chart(said):
    values = [{"name": said, "value": 1}]
    encoding = {"x": {"field": "value"}, "y": {"field": "name", "type": "nominal"}}
    spec = specification({"data": {"values": values}, "mark": "bar", "encoding": encoding})
    return Chart("proef", said, said, said, spec, (said,), ((said,),), ((said,),))


@pytest.mark.parametrize("letter", UNFIT, ids=ascii)
def test_what_xml_does_not_allow_is_drawn_as_something_else(letter):
    one = chart(f"voor {letter} na")
    assert "voor \ufffd na" in svg_file(one).decode()
    assert ET.fromstring(svg(one)) is not None  # noqa: S314 - our own
    assert png(one).startswith(b"\x89PNG")


def test_all_other_text_stays():
    for text in ("Súdwest-Fryslân", "a\tb\nc", "大阪 \U0001f600 \u202e", '<>&"'):
        assert fit(text) == text
