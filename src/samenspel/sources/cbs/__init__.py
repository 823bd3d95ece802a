# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Tables of CBS (Statistics Netherlands) from its open data services, OData version 4 and 3.

``load`` takes a table into a folder as an edition; ``editions`` and ``observations`` read it
again without a network. Time, chance and the clock are arguments; the field names of CBS do not
leave this package.
"""

from samenspel.sources.cbs.addresses import CBS, Source, mirror
from samenspel.sources.cbs.editions import Edition, editions, observations
from samenspel.sources.cbs.errors import PassingError, SourceError
from samenspel.sources.cbs.known import ELSEWHERE, SERIES, newest_codes, newest_in_catalogue
from samenspel.sources.cbs.loading import Loaded, load, services_of
from samenspel.sources.cbs.patience import Pace
from samenspel.sources.cbs.records import (
    About,
    Dimension,
    Kind,
    Measure,
    Member,
    Observation,
    Table,
)
from samenspel.sources.cbs.service import Service
from samenspel.sources.cbs.transport import Bounds, asker

__all__ = [
    "CBS",
    "ELSEWHERE",
    "SERIES",
    "About",
    "Bounds",
    "Dimension",
    "Edition",
    "Kind",
    "Loaded",
    "Measure",
    "Member",
    "Observation",
    "Pace",
    "PassingError",
    "Service",
    "Source",
    "SourceError",
    "Table",
    "asker",
    "editions",
    "load",
    "mirror",
    "newest_codes",
    "newest_in_catalogue",
    "observations",
    "services_of",
]
