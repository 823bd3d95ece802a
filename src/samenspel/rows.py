# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Make the rows of a table equal to a list of wanted rows, in a handful of statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, ProtectedError, QuerySet

from samenspel.core.errors import RuleError

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Synced:
    """``ids``: identity -> primary key of each wanted row; ``obsolete``: keys of rows to delete."""

    ids: Mapping[tuple[Any, ...], int]
    obsolete: Sequence[int]


def sync_rows(rows: "QuerySet[Any]", known_by: Sequence[str], wanted: Iterable[Values]) -> Synced:
    """
    Add and change rows of the queryset until each of *wanted* is there.

    Deleting is left to ``delete_rows``, since others may still refer to what goes.
    """
    there = {_identity(row, known_by): row for row in rows}
    ids: dict[tuple[Any, ...], int] = {}
    new: list[Model] = []
    changed: list[Model] = []
    names: set[str] = set()
    for values in wanted:
        key = tuple(values[name] for name in known_by)
        names.update(values)
        row = there.pop(key, None)
        if row is None:
            new.append(rows.model(**values))
            continue
        ids[key] = row.pk
        if any(getattr(row, name) != value for name, value in values.items()):
            changed.append(_with(row, values))
    for row in rows.model.objects.bulk_create(new):
        ids[_identity(row, known_by)] = row.pk
    if changed:
        rows.model.objects.bulk_update(changed, sorted(names))
    return Synced(ids, [row.pk for row in there.values()])


def delete_rows(model: Any, keys: Sequence[int]) -> None:
    """
    Delete rows that nothing refers to.

    Raises:
        RuleError: ``still-in-use`` when an older version or another record needs one of them.
    """
    try:
        for row in model.objects.filter(pk__in=keys) if keys else ():
            row.delete()
    except ProtectedError as error:
        raise RuleError("still-in-use", name=str(row)) from error


def _identity(row: Model, known_by: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in known_by)


def _with(row: Model, values: Values) -> Model:
    for name, value in values.items():
        setattr(row, name, value)
    return row
