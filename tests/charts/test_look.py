# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of charts: those of the page, each with its class, told apart by everybody."""

import re
from itertools import pairwise

import pytest
from django.contrib.staticfiles import finders

from samenspel.charts.look import PALETTE, SHADES

CSS = "samenspel/css/charts.css"
TOKENS = "samenspel/vendor/nlds.css"


def read(path):
    with open(finders.find(path), encoding="utf-8") as file:  # noqa: PTH123 - a path of Django
        return file.read()


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(part * one for part, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("role", PALETTE)
def test_a_colour_is_the_token_of_the_page(role):
    [token] = re.findall(rf"^  --chart-{role}: var\(--(.*?)\);", read(CSS), re.MULTILINE)
    assert re.search(rf"--{token}: ({PALETTE[role]});", read(TOKENS), re.IGNORECASE)


@pytest.mark.parametrize("role", PALETTE)
def test_a_role_has_its_classes_and_a_colour_in_the_dark(role):
    css = read(CSS)
    assert f".fill-{role} {{" in css
    assert role.startswith("shade") or f".line-{role} {{" in css
    assert re.search(rf"--chart-{role}: light-dark\(", css)


def test_no_two_roles_have_one_colour():
    assert len(set(PALETTE.values())) == len(PALETTE)


def test_shades_go_from_light_to_dark():
    assert all(luminance(low) > luminance(high) for low, high in pairwise(SHADES))


@pytest.mark.parametrize("role", ["ink", "soft", "main", "deep", "other"])
def test_what_is_read_or_pointed_at_stands_out_from_white(role):
    assert contrast(PALETTE[role], PALETTE["surface"]) >= (4.5 if role in {"ink", "soft"} else 3)


def test_light_and_dark_parts_of_a_bar_differ_in_lightness_too():
    assert contrast(PALETTE["pale"], PALETTE["other"]) >= 3
    assert contrast(PALETTE["pale"], PALETTE["main"]) >= 3
