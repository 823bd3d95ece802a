# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which versions there are, and which of them a reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samenspel.agenda.models import Version
from samenspel.core.agenda.states import EDITABLE, ENDED, IN_FORCE, PRIVATE, State
from samenspel.core.rights import NOBODY, Act, Actor, may
from samenspel.prepared import Prepared


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """A version at a glance."""

    pk: int
    number: int
    state: State
    state_since: datetime
    adopted_at: datetime | None
    title: str
    starts_year: int
    ends_year: int
    about: str
    source: str
    digest: str

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it."""
        return self.state not in PRIVATE


def versions(region_slug: str, actor: Actor = NOBODY) -> list[VersionFacts]:
    """Return the versions that *actor* may read, newest first; one statement."""
    seen = _EVERY if may(actor, Act.READ_DRAFT) else _PUBLIC
    return [_facts(row) for row in seen(region_slug)]


def visible_version(region_slug: str, number: int, actor: Actor = NOBODY) -> VersionFacts | None:
    """Return one version if *actor* may read it, else None: whether it exists is not told."""
    row = _visible(region_slug, actor).filter(number=number).values_list(*_NAMES).first()
    return _facts(row) if row else None


def current_version(region_slug: str, actor: Actor = NOBODY) -> VersionFacts | None:
    """Return the version that the region lives by, see ``current_of``; one statement."""
    return current_of(versions(region_slug, actor))


def current_of(seen: Sequence[VersionFacts]) -> VersionFacts | None:
    """
    Return the version to live by among those that a reader sees, newest first.

    That is the latest one in force; while none is, the latest that is closed or being discussed;
    and before all that, for those who may read it, the draft.
    """
    public = [version for version in seen if version.is_public]
    in_force = [version for version in public if version.state in IN_FORCE]
    working = [version for version in seen if version.state not in ENDED]
    return next(iter([*in_force, *public, *working, *seen]), None)


def base_version(region_slug: str) -> VersionFacts | None:
    """
    Return the version that new work builds on: the draft, or the newest that has not ended.

    When all have ended that is the last that was public, a dropped draft only for want of another.
    One statement; for acts, which see everything.
    """
    seen = [_facts(row) for row in _EVERY(region_slug)]
    going = [version for version in seen if version.state not in ENDED]
    public = [version for version in seen if version.is_public]
    return next(iter([*going, *public, *seen]), None)


def current_by_region() -> dict[str, VersionFacts]:
    """Return region -> the version that everyone may read and it lives by; one statement."""
    rows = Version.objects.exclude(state__in=PRIVATE).order_by("-number")
    seen: dict[str, list[VersionFacts]] = {}
    for slug, *row in rows.values_list("agenda__region__slug", *_NAMES):
        seen.setdefault(slug, []).append(_facts(tuple(row)))
    return {slug: now for slug, found in seen.items() if (now := current_of(found))}


def draft(region_slug: str, actor: Actor) -> VersionFacts | None:
    """Return the open draft if there is one and *actor* may read it."""
    seen = versions(region_slug, actor)
    return next((version for version in seen if version.state in EDITABLE), None)


def frozen_text(region_slug: str, number: int, actor: Actor = NOBODY) -> str | None:
    """Return the canonical text that a version's digest is taken over, or None."""
    row = _visible(region_slug, actor).filter(number=number).exclude(digest="")
    return row.values_list("snapshot", flat=True).first()


_NAMES = tuple(VersionFacts.__dataclass_fields__)


_EVERY = Prepared(lambda slug: _of_region(slug).values_list(*_NAMES))
_PUBLIC = Prepared(lambda slug: _public(_of_region(slug)).values_list(*_NAMES))


def _facts(row: tuple[object, ...]) -> VersionFacts:
    facts = dict(zip(_NAMES, row, strict=True))
    facts["state"] = State(str(facts["state"]))
    return VersionFacts(**facts)  # type: ignore[arg-type]  # names and order are the class's own


def _visible(region_slug: str, actor: Actor) -> "QuerySet[Version]":
    rows = _of_region(region_slug)
    return rows if may(actor, Act.READ_DRAFT) else _public(rows)


def _of_region(slug: str) -> "QuerySet[Version]":
    return Version.objects.filter(agenda__region__slug=slug).order_by("-number")


def _public(rows: "QuerySet[Version]") -> "QuerySet[Version]":
    return rows.exclude(state__in=PRIVATE)
