# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile as data for programs: JSON with a sentence where people need one, and rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from samenspel.core.profile.report import (
    Figure,
    Growth,
    Profile,
    Related,
    Scale,
    SectorJobs,
    Similar,
)
from samenspel.sources.statistics import NOW, editions, indicators, sectors
from samenspel.words import certainty
from samenspel.words import profile as words
from samenspel.words.figures import indicator_name, sector_name, unit
from samenspel.words.profile_notes import notes

COLUMNS = (
    "region",
    "code",
    "name",
    "value",
    "unit",
    "country",
    "rank",
    "of",
    "low",
    "high",
    "certainty",
    "trend",
    "period",
    "source",
    "table",
    "edition",
    "status",
    "licence",
    "reason",
)
"""The columns of ``rows``."""

JOBS = "jobs"


def as_data(found: Profile, scales: Sequence[Scale], indicator: str) -> dict[str, Any]:
    """Return a profile for JSON, with the scales of one indicator; unknown is None."""
    work = found.work
    return {
        "region": _region(found),
        "edition": _edition(found),
        "notes": notes(found),
        "indicators": [_figure(found, one) for one in found.figures],
        "standout": [
            {
                "code": one.code,
                "is_sector": one.is_sector,
                "score": one.score,
                "low": one.low,
                "high": one.high,
                "sentence": words.standout(one, found),
            }
            for one in found.standout
        ],
        "sectors": [_sector(one) for one in work.sectors],
        "sectors_reason": words.reason(work.reason, work) or words.estimate(work) or None,
        "jobs": _jobs(found),
        "krugman": work.krugman,
        "shift_share": [_growth(one) for one in work.growth],
        "relatedness": [_related(one) for one in work.related],
        "scales": [_scale(one) for one in scales],
        "scales_indicator": indicator,
        "similar": [_similar(one) for one in found.similar],
        "similar_by": list(found.structure),
        "municipalities": [
            {
                "code": place.code,
                "name": place.name,
                "values": {one.code: one.inside[at] for one in found.figures},
            }
            for at, place in enumerate(found.subject.municipalities)
        ],
    }


def compared(found: Sequence[Profile], scales: Sequence[Scale], indicator: str) -> dict[str, Any]:
    """Return the first profile for JSON, with the others under ``compare`` when there are any."""
    own, *others = (as_data(one, scales, indicator) for one in found)
    return {**own, "compare": others} if others else own


def rows(found: Profile) -> Iterable[dict[str, Any]]:
    """Yield one row per indicator, with ``COLUMNS``."""
    for one in found.figures:
        figure = _figure(found, one)
        figure |= {"region": found.subject.code, "trend": _in_a_row(one)}
        yield {name: figure[name] for name in COLUMNS}


def _in_a_row(one: Figure) -> str:
    """Return the years of a figure in one cell; a year without a figure has none."""
    return "; ".join(f"{period}={'' if value is None else value}" for period, value in one.trend)


def _region(found: Profile) -> dict[str, Any]:
    one = found.subject
    return {
        "code": one.code,
        "name": one.name,
        "kind": one.kind,
        "compared_with": one.peers,
        "municipalities": [
            {"code": place.code, "name": place.name} for place in one.municipalities
        ],
    }


def _edition(found: Profile) -> dict[str, Any]:
    used = {(one.code, one.period) for one in found.figures}
    if found.work.year:
        used.add((JOBS, found.work.year))
    tables = {}
    for key in sorted(used):
        one = editions()[key]
        tables[one.table, one.edition] = {
            "table": one.table,
            "source": one.source,
            "edition": one.edition,
            "licence": one.licence,
        }
    return {"year": found.year, "division": NOW, "tables": list(tables.values())}


def _figure(found: Profile, one: Figure) -> dict[str, Any]:
    about, edition = indicators()[one.code], editions()[one.code, one.period]
    return {
        "code": one.code,
        "name": indicator_name(one.code),
        "theme": about.theme,
        "value": one.value,
        "unit": unit(one.code),
        "country": one.country,
        "country_reason": words.country_reason(one) or None,
        "rank": one.rank,
        "of": one.of,
        "low": one.low,
        "high": one.high,
        "certainty": certainty.certainty(one) or None,
        "period": one.period,
        "source": edition.source,
        "table": edition.table,
        "edition": edition.edition,
        "status": edition.status,
        "made": edition.made,
        "licence": edition.licence,
        "note": "" if len(found.subject.municipalities) == 1 else words.weighed(one.code),
        "trend": [{"period": period, "value": value} for period, value in one.trend],
        "reason": words.reason(one.reason) or None,
    }


def _jobs(found: Profile) -> dict[str, Any]:
    work = found.work
    edition = editions().get((JOBS, work.year))
    return {
        "year": work.year or None,
        "exact": work.is_exact,
        "fit": work.fit,
        "corop": [{"code": one.code, "name": one.name} for one in work.corop],
        "source": edition.source if edition else None,
        "table": edition.table if edition else None,
        "status": edition.status if edition else None,
    }


def _sector(one: SectorJobs) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": sector_name(one.code),
        "sections": sectors()[one.code].sections,
        "jobs": one.jobs,
        "share": one.share,
        "lq": one.lq,
        "lq_low": one.lq_low,
        "lq_high": one.lq_high,
        "special": one.special,
    }


def _growth(one: Growth) -> dict[str, Any]:
    return {
        "since": one.since,
        "until": one.until,
        "sector": one.sector or None,
        "change": one.change,
        "national": one.national,
        "by_sector": one.by_sector,
        "regional": one.regional,
        "reason": words.reason("part-unknown") if one.change is None else None,
    }


def _related(one: Related) -> dict[str, Any]:
    return {
        "sector": one.code,
        "name": sector_name(one.code),
        "density": one.density,
        "low": one.low,
        "high": one.high,
        "by_chance": one.by_chance,
        "strong": one.strong,
        "nearer": one.nearer,
        "through": list(one.through),
    }


def _scale(one: Scale) -> dict[str, Any]:
    return {
        "level": one.level,
        "groups": one.groups,
        "between_share": one.between_share,
        "added": one.added,
        "nested": one.added is not None,
        "by_chance": one.by_chance,
        "p_value": one.p_value,
    }


def _similar(one: Similar) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "distance": one.distance,
        "coverage": one.coverage,
        "why": list(one.why),
        "different": list(one.different),
    }
