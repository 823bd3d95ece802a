# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Sources of money: written down, changed, and taken away while nothing rests on them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.core.changes import plain
from samenspel.core.deals.text import check_unchanged
from samenspel.core.errors import RuleError
from samenspel.core.funding.sources import Source, check_source
from samenspel.core.rights import Act, Actor, check_may
from samenspel.deals.services.recording import begin
from samenspel.funding import models
from samenspel.funding.queries.records import source as known_source
from samenspel.parties.queries import party_ids
from samenspel.rows import delete_rows

from .differing import differing


@transaction.atomic
def save_source(
    *,
    region: str,
    source: Source,
    actor: Actor,
    at: datetime,
    instead_of: str = "",
    seen: str = "",
) -> None:
    """
    Add a source, or change the one known by *instead_of*; everyone can read it at once.

    *seen* is the ``content_digest`` of what is changed, as the actor saw it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``,
            ``unknown-funding-source``, ``key-taken``, ``changed-meanwhile``, or as
            ``check_source``.
    """
    doing = begin(region, actor, at, Act.EDIT_FUNDING, {source.party})
    check_source(source)
    parties = party_ids(doing.region_id)
    if source.party and source.party not in parties:
        raise RuleError("unknown-party", party=source.party)
    rows = models.FundingSource.objects.filter(region_id=doing.region_id)
    if source.key != instead_of and rows.filter(key=source.key).exists():
        raise RuleError("key-taken", key=source.key)
    row, was = models.FundingSource(region_id=doing.region_id), None
    if instead_of:
        was = _editable(doing.region_id, instead_of, actor, seen)
        row = rows.get(key=instead_of)
    for name, value in _values(source, parties).items():
        setattr(row, name, value)
    row.save()
    what = f"funding-source:{source.key}"
    if was:
        changed = differing(was, source)
        details = {"fields": sorted(changed), "changed": changed}
        doing.record("funding-source-changed", what, details)
    else:
        doing.record("funding-source-added", what, {"source": plain(source)})


@transaction.atomic
def remove_source(*, region: str, key: str, actor: Actor, at: datetime) -> None:
    """
    Take away a source on which no line or payment rests.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-funding-source`` or
            ``still-in-use``.
    """
    doing = begin(region, actor, at, Act.EDIT_FUNDING, _own(actor))
    was = _editable(doing.region_id, key, actor, "")
    doing = replace(doing, grant=check_may(actor, Act.EDIT_FUNDING, {was.party}))
    row = models.FundingSource.objects.get(region_id=doing.region_id, key=key)
    delete_rows(models.FundingSource, [row.pk])
    doing.record("funding-source-removed", f"funding-source:{key}", {"source": plain(was)})


def _own(actor: Actor) -> set[str]:
    """Return the parties that *actor* acts for; of which one it is, is checked after."""
    return {grant.party for grant in actor.grants if grant.party}


def _editable(region_id: int, key: str, actor: Actor, seen: str) -> Source:
    was = known_source(region_id, key)
    if was is None:
        raise RuleError("unknown-funding-source", key=key)
    check_may(actor, Act.EDIT_FUNDING, {was.party})
    check_unchanged(was, seen)
    return was


def _values(one: Source, parties: dict[str, int]) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind,
        "party_id": parties.get(one.party),
        "from_national": one.is_national,
        "available_cents": one.available_cents,
        "most_share": one.most_share,
        "least_own_share": one.least_own_share,
        "deviation": one.deviation,
        "programme": one.programme,
        "ends_on": one.ends_on,
        "evidence": one.evidence,
        "link": one.link,
    }
