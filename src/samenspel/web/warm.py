# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a server process does before it answers, so that no visitor waits for it."""

from pathlib import Path

from django.conf import settings
from django.utils import translation

from samenspel.sources.loaded import use_loaded
from samenspel.sources.profile_columns import places_of, years
from samenspel.sources.profiles import subject_of
from samenspel.web.parts import country, profile
from samenspel.web.parts.chosen import SHOWN


def warm(kind: str = "labour-market-region") -> None:
    """Make the map and one profile: reads the tables and templates, and starts the renderer."""
    use_loaded(Path(settings.DATA))
    one, year = places_of(kind)[0], years()[-1]
    with translation.override("nl"):
        country.body(SHOWN, year, (), "nl")
        profile.body(subject_of(one.code), year, SHOWN, "nl", None)
