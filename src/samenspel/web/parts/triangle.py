# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The triangle of economy, education and labour market, with its counts and its sentence."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

_PLACES = {
    "economy": "economy",
    "education": "education",
    "labour-market": "labour",
    "economy education": "economy_education",
    "economy labour-market": "economy_labour",
    "education labour-market": "education_labour",
    "economy education labour-market": "whole",
}


def triangle(areas: Mapping[str, int]) -> dict[str, object]:
    """Return the counts by the names of the figure, with the sentence for who cannot see it."""
    counts: dict[str, object] = {place: areas.get(area, 0) for area, place in _PLACES.items()}
    counts["desc"] = (
        _(
            "On one side only: economy %(economy)s, education %(education)s, labour market "
            "%(labour)s. On two sides: economy and education %(economy_education)s, economy and "
            "labour market %(economy_labour)s, education and labour market %(education_labour)s. "
            "On all three sides: %(whole)s."
        )
        % counts
    )
    return counts
