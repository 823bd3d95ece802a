# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Write the content of a version: make its rows equal to a record."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from samenspel.agenda.models import (
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
    Version,
)
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.summary import summarise, to_plain
from samenspel.parties.queries import party_ids
from samenspel.rows import Synced, Values, delete_rows, sync_rows

Ids = Mapping[str, int]


def write_content(version: Version, record: AgendaRecord) -> None:
    """
    Make the rows of *version* equal to *record*; a part of the acts in this package.

    The record has passed ``core.checks``: each reference in it resolves.
    """
    for name in ("title", "starts_year", "ends_year", "about", "source"):
        setattr(version, name, getattr(record, name))
    version.summary = to_plain(summarise(record))
    version.save()
    parties = party_ids(version.agenda.region_id)
    challenges = _sync(version, Challenge, record.challenges, _challenge)
    lines = _sync(version, Line, record.lines, lambda line: _line(line, parties))
    goals = _sync(version, Goal, record.goals, lambda goal: _goal(goal, challenges, lines, parties))
    measures = _sync(
        version, Measure, record.measures, lambda measure: _measure(measure, lines, parties)
    )
    _write_links(record, measures, challenges, parties)
    _write_amounts(record, measures, goals)
    _write_interests(version, record, challenges, parties)
    for model, synced in (
        (Measure, measures),
        (Goal, goals),
        (Line, lines),
        (Challenge, challenges),
    ):
        delete_rows(model, synced.obsolete)


def _sync(
    version: Version, model: Any, records: Iterable[Any], values: Callable[[Any], Values]
) -> Synced:
    wanted = [
        {
            "version_id": version.pk,
            "position": place,
            "key": item.key,
            "title": item.title,
            "source": item.source,
            **values(item),
        }
        for place, item in enumerate(records)
    ]
    return sync_rows(model.objects.filter(version=version), ("key",), wanted)


def _challenge(item: Any) -> Values:
    return {
        "why": item.why,
        "evidence": item.evidence,
        "sides": list(item.sides),
        "policy_fields": list(item.policy_fields),
    }


def _line(item: Any, parties: Ids) -> Values:
    return {"about": item.about, "lead_id": parties.get(item.lead)}


def _goal(item: Any, challenges: Synced, lines: Synced, parties: Ids) -> Values:
    return {
        "challenge_id": challenges.ids.get((item.challenge,)),
        "line_id": lines.ids.get((item.line,)),
        "owner_id": parties.get(item.owner),
        "indicator": item.indicator,
        "unit": item.unit,
        "baseline": _text(item.baseline),
        "baseline_year": item.baseline_year,
        "target": _text(item.target),
        "target_year": item.target_year,
    }


def _measure(item: Any, lines: Synced, parties: Ids) -> Values:
    return {
        "about": item.about,
        "line_id": lines.ids.get((item.line,)),
        "lead_id": parties.get(item.lead),
        "phase": item.phase,
        "starts_on": item.starts_on,
        "ends_on": item.ends_on,
        "sides": list(item.sides),
        "policy_fields": list(item.policy_fields),
    }


def _write_links(record: AgendaRecord, measures: Synced, challenges: Synced, parties: Ids) -> None:
    links: dict[str, list[dict[str, int]]] = {"challenges": [], "partners": [], "needs": []}
    for item in record.measures:
        own = measures.ids[(item.key,)]
        for key in dict.fromkeys(item.challenges):
            links["challenges"].append({"measure_id": own, "challenge_id": challenges.ids[(key,)]})
        for slug in dict.fromkeys(item.partners):
            links["partners"].append({"measure_id": own, "party_id": parties[slug]})
        for key in dict.fromkeys(item.needs):
            needed = measures.ids[(key,)]
            links["needs"].append({"from_measure_id": own, "to_measure_id": needed})
    for name, wanted in links.items():
        through: Any = getattr(Measure, name).through
        own_field, other = _ENDS[name]
        rows = through.objects.filter(**{f"{own_field}__in": _all(measures)})
        synced = sync_rows(rows, (own_field, other), wanted)
        through.objects.filter(pk__in=synced.obsolete).delete()


_ENDS = {
    "challenges": ("measure_id", "challenge_id"),
    "partners": ("measure_id", "party_id"),
    "needs": ("from_measure_id", "to_measure_id"),
}


def _write_amounts(record: AgendaRecord, measures: Synced, goals: Synced) -> None:
    costs, contributions = [], []
    for item in record.measures:
        own = measures.ids[(item.key,)]
        costs += [
            {
                "measure_id": own,
                "year": cost.year,
                "amount_cents": cost.amount_cents,
                "source": cost.source,
            }
            for cost in item.costs
        ]
        contributions += [
            {
                "measure_id": own,
                "position": place,
                "goal_id": goals.ids[(part.goal,)],
                "amount": _text(part.amount),
                "note": part.note,
            }
            for place, part in enumerate(item.contributions)
        ]
    _replace(Cost, measures, ("measure_id", "year"), costs)
    _replace(Contribution, measures, ("measure_id", "goal_id"), contributions)


def _replace(model: Any, measures: Synced, known_by: tuple[str, str], wanted: list[Any]) -> None:
    rows = model.objects.filter(measure__in=_all(measures))
    synced = sync_rows(rows, known_by, wanted)
    delete_rows(model, synced.obsolete)


def _write_interests(
    version: Version, record: AgendaRecord, challenges: Synced, parties: Ids
) -> None:
    wanted = [
        {
            "version_id": version.pk,
            "position": place,
            "party_id": parties[item.party],
            "challenge_id": challenges.ids.get((item.challenge,)),
            "gets": item.gets,
            "brings": item.brings,
            "source": item.source,
        }
        for place, item in enumerate(record.interests)
    ]
    rows = Interest.objects.filter(version=version)
    synced = sync_rows(rows, ("party_id", "challenge_id"), wanted)
    delete_rows(Interest, synced.obsolete)


def _all(measures: Synced) -> list[int]:
    return [*measures.ids.values(), *measures.obsolete]


def _text(number: object) -> str:
    return "" if number is None else format(number, "f")
