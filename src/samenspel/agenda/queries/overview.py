# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Versions in numbers, and where something was seen last."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, Value

from samenspel.agenda.models import Challenge, Goal, Line, Measure, Version
from samenspel.core.agenda.states import PRIVATE
from samenspel.core.agenda.summary import Summary, from_plain
from samenspel.core.rights import Act, Actor, may
from samenspel.prepared import Prepared

_MODELS: Mapping[str, Any] = {
    "challenge": Challenge,
    "line": Line,
    "goal": Goal,
    "measure": Measure,
}


def summaries(version_ids: Iterable[int]) -> dict[int, Summary]:
    """Return versions in numbers; one statement."""
    rows = Version.objects.filter(pk__in=list(version_ids)).values_list("pk", "summary")
    return {pk: from_plain(data) for pk, data in rows}


def summary(version_id: int) -> Summary:
    """Return one version in numbers; one statement."""
    rows = _SUMMARY(version_id)
    return from_plain(rows[0][0]) if rows else Summary()


_SUMMARY = Prepared(lambda pk: Version.objects.filter(pk=pk).values_list("summary"))


def titles(version_id: int, kind: str, keys: Iterable[str]) -> dict[str, str]:
    """
    Return key -> title of things of one kind, in the order of the agenda.

    One statement, none without *keys*.
    """
    wanted = list(keys)
    if len(wanted) == 1:
        return dict(_TITLE[kind](version_id, wanted[0]))
    rows = _MODELS[kind].objects.filter(version=version_id, key__in=wanted)
    return dict(rows.order_by("position").values_list("key", "title"))


_TITLE = {
    kind: Prepared(
        lambda version_id, key, model=model: (
            model.objects.filter(version=version_id, key=key)
            .order_by("position")
            .values_list("key", "title")
        )
    )
    for kind, model in _MODELS.items()
}


def titles_together(
    version_id: int, wanted: Mapping[str, Iterable[str]]
) -> dict[str, dict[str, str]]:
    """Return kind -> key -> title of things of several kinds; as ``titles``, in one statement."""
    asked = {kind: sorted(set(keys) - {""}) for kind, keys in wanted.items()}
    found: dict[str, dict[str, str]] = {kind: {} for kind in wanted}
    parts = [
        _MODELS[kind]
        .objects.filter(version=version_id, key__in=keys)
        .order_by()
        .annotate(what=Value(kind, CharField()))
        .values_list("position", "key", "title", "what")
        for kind, keys in asked.items()
        if keys
    ]
    for _position, key, title, kind in (
        sorted(parts[0].union(*parts[1:], all=True)) if parts else ()
    ):
        found[kind][key] = title
    return found


def leads(version_id: int) -> dict[str, str]:
    """Return ``measure:M1`` and ``goal:D1`` -> the party that leads or owns it; one statement."""
    return {f"{kind}:{key}": party for key, party, kind in _LEADS(version_id)}


_LEADS = Prepared(
    lambda version_id: (
        Measure.objects.filter(version=version_id, lead__isnull=False)
        .order_by()
        .annotate(what=Value("measure", CharField()))
        .values_list("key", "lead__slug", "what")
        .union(
            Goal.objects.filter(version=version_id, owner__isnull=False)
            .order_by()
            .annotate(what=Value("goal", CharField()))
            .values_list("key", "owner__slug", "what"),
            all=True,
        )
    )
)


def last_seen(region_slug: str, kind: str, key: str, actor: Actor) -> int | None:
    """Return the number of the newest version that *actor* may read and that has this thing."""
    rows = _MODELS[kind].objects.filter(version__agenda__region__slug=region_slug, key=key)
    if not may(actor, Act.READ_DRAFT):
        rows = rows.exclude(version__state__in=PRIVATE)
    numbers = rows.order_by("-version__number").values_list("version__number", flat=True)
    found: int | None = numbers.first()
    return found


def known_keys(region_slug: str, kind: str, actor: Actor) -> set[str]:
    """Return the keys of one kind in all versions that *actor* may read; one statement."""
    rows = _MODELS[kind].objects.filter(version__agenda__region__slug=region_slug)
    if not may(actor, Act.READ_DRAFT):
        rows = rows.exclude(version__state__in=PRIVATE)
    return set(rows.values_list("key", flat=True))
