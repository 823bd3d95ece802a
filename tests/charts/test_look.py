# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of charts: those of the page, each with its class, told apart by everybody."""

from itertools import pairwise

import pytest

from colours import CSS, colour, contrast, dark, light, luminance, sheet
from samenspel.charts.look import PALETTE, SHADES
from samenspel.charts.written import STRONG


@pytest.mark.parametrize("role", PALETTE)
def test_a_colour_is_the_token_of_the_page(role):
    assert colour(light(), f"--chart-{role}") == PALETTE[role]


@pytest.mark.parametrize("role", PALETTE)
def test_a_role_has_its_classes(role):
    css = sheet(CSS / "charts.css")
    assert f".fill-{role} {{" in css
    assert f".line-{role} {{" in css


def in_the_dark():
    return {role: colour(dark(), f"--chart-{role}") for role in PALETTE}


def test_shades_go_away_from_the_page():
    assert all(luminance(low) > luminance(high) for low, high in pairwise(SHADES))
    shades = [in_the_dark()[role] for role in ("shade-1", "shade-2", "shade-3", "main", "deep")]
    assert all(contrast(low, high) >= 1.4 for low, high in pairwise(shades))


@pytest.mark.parametrize("colours", [PALETTE, in_the_dark()], ids=["light", "dark"])
def test_no_two_roles_have_one_colour(colours):
    assert len(set(colours.values())) == len(colours)


@pytest.mark.parametrize("colours", [PALETTE, in_the_dark()], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["ink", "soft", "main", "deep", "other"])
def test_what_is_read_or_pointed_at_stands_out_from_the_page(role, colours):
    least = 4.5 if role in {"ink", "soft"} else 3
    assert contrast(colours[role], colours["surface"]) >= least


@pytest.mark.parametrize("colours", [PALETTE, in_the_dark()], ids=["light", "dark"])
def test_light_and_dark_parts_of_a_bar_differ_in_lightness_too(colours):
    assert contrast(colours["pale"], colours["other"]) >= 3
    assert contrast(colours["pale"], colours["main"]) >= 3


@pytest.mark.parametrize("colours", [PALETTE, in_the_dark()], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["shade-1", "shade-2", "shade-3", "main", "deep", "surface"])
def test_a_name_on_a_map_can_be_read_on_its_shade(role, colours):
    ink = "surface" if PALETTE[role] in STRONG else "ink"
    assert contrast(colours[role], colours[ink]) >= 4.5
