# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of the style sheets, and how far two of them stand apart."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[1] / "src/samenspel/web/static/samenspel"
CSS = STATIC / "css"

COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|color)\((?!0, 0, 0, 0)"
    r"|(?<![\w-])(?:white|black)(?![\w-])",
    re.IGNORECASE,
)
"""What a colour looks like that is written out; what is transparent is none."""


@cache
def sheet(path: Path) -> str:
    """Return a style sheet without its remarks."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@cache
def tokens(*names: str) -> dict[str, str]:
    """Return token -> what it is set to, in sheets of which a later one wins."""
    return dict(set_to("".join(sheet(STATIC / name) for name in names)))


def set_to(text: str) -> list[tuple[str, str]]:
    """Return each token with what it is set to, as often as it is set."""
    return re.findall(r"(--[\w-]+)\s*:\s*([^;{}]+?)\s*[;}]", text)


def light() -> dict[str, str]:
    """Return what the tokens are in the light."""
    return tokens("vendor/nlds.css", "css/theme.css", "css/charts.css")


def dark() -> dict[str, str]:
    """Return what they are in the dark."""
    return light() | tokens("css/theme-dark.css")


def colour(of: dict[str, str], token: str) -> str:
    """Return the colour that a token comes down to."""
    found = re.fullmatch(r"var\((--[\w-]+)\)", of[token])
    return colour(of, found[1]) if found else of[token].lower()


def luminance(one: str) -> float:
    """Return how light a colour is, 0 for black and 1 for white."""
    parts = [int(one[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(part * each for part, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
