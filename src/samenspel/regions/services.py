# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with a region: start it, and change its facts and words."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from samenspel.core.canonical import Json
from samenspel.core.errors import RuleError
from samenspel.core.own_figures import FigureChange, OwnFigure, changes, digest
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import Act, Actor, check_may
from samenspel.ledger.services import append
from samenspel.rows import Synced, delete_rows, sync_rows

from .models import Inhabitants, Municipality, OwnIndicator, OwnObservation, Region, Term
from .queries import municipality_ids, own_figures

_OWN_FIELDS = ("title", "kind", "code", "fictional", "summary", "source")


@transaction.atomic
def save_region(*, record: RegionRecord) -> int:
    """
    Make a region, its municipalities and its words equal to *record*; return its key.

    A part of a larger act: whoever calls it has checked right and record, and writes the ledger.

    Raises:
        RuleError: ``still-in-use`` when a municipality that goes is still a party's.
    """
    own = {name: getattr(record, name) for name in _OWN_FIELDS}
    region, _ = Region.objects.update_or_create(slug=record.slug, defaults=own)
    _save_terms(region, record)
    _save_municipalities(region, record)
    return region.pk


@transaction.atomic
def remove_municipalities(*, region_id: int, codes: set[str]) -> None:
    """Drop the municipalities that are not in *codes*, once no party refers to them."""
    gone = Municipality.objects.filter(region_id=region_id).exclude(code__in=codes)
    delete_rows(Municipality, list(gone.values_list("pk", flat=True)))


def lock_region(*, slug: str) -> int:
    """
    Hold a region until the transaction ends, so that two acts never mix; return its key.

    Raises:
        RuleError: ``unknown-region``.
    """
    key = Region.objects.select_for_update().filter(slug=slug).values_list("pk", flat=True).first()
    if key is None:
        known = Region.objects.values_list("slug", flat=True)
        raise RuleError("unknown-region", region=slug, known=", ".join(known))
    return key


def _save_terms(region: Region, record: RegionRecord) -> None:
    wanted = [
        {"region": region, "position": place, **_values(term)}
        for place, term in enumerate(record.terms)
    ]
    synced = sync_rows(region.terms.all(), ("position",), wanted)
    delete_rows(Term, synced.obsolete)


def _save_municipalities(region: Region, record: RegionRecord) -> None:
    wanted = [
        {"region": region, "position": place, **_values(member)}
        for place, member in enumerate(record.members)
    ]
    synced = sync_rows(region.municipalities.all(), ("code",), wanted)
    _save_inhabitants(region, record, synced)


def _save_inhabitants(region: Region, record: RegionRecord, municipalities: Synced) -> None:
    wanted = [
        {
            "municipality_id": municipalities.ids[(count.municipality,)],
            "year": count.year,
            "people": count.people,
            "source": count.source,
        }
        for count in record.inhabitants
    ]
    there = Inhabitants.objects.filter(municipality__region=region)
    synced = sync_rows(there, ("municipality_id", "year"), wanted)
    delete_rows(Inhabitants, synced.obsolete)


def _values(record: Any) -> Mapping[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


@transaction.atomic
def load_figures(
    *, slug: str, figures: Sequence[OwnFigure], actor: Actor, at: datetime, seen: str
) -> tuple[FigureChange, ...]:
    """
    Make the own figures of a region that are in *figures* equal to them, all or nothing.

    Others stay; one without values is withdrawn. The same figures again change nothing and put
    nothing on the ledger. *seen* is the ``digest`` of what there was, as the actor saw it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``changed-meanwhile``, or
            ``unknown-municipality`` for one that is not of the region.
    """
    grant = check_may(actor, Act.LOAD_FIGURES)
    region_id = lock_region(slug=slug)
    now = own_figures(region_id)
    if digest(now) != seen:
        raise RuleError("changed-meanwhile")
    found = changes(now, figures)
    if found:
        _write_figures(region_id, found)
        details: dict[str, Json] = {
            **{kind: sum(one.change == kind for one in found) for kind in _FIGURE_CHANGES},
            "values": sum(one.count for one in found),
            "digest": digest([one.figure for one in found]),
        }
        append(
            book=slug,
            kind="figures-loaded",
            object="figures",
            actor=actor,
            grant=grant,
            details=details,
            at=at,
        )
    return found


_FIGURE_CHANGES = ("added", "changed", "withdrawn")


def _write_figures(region_id: int, found: Sequence[FigureChange]) -> None:
    """Write figures that change; the values of each are replaced as a whole."""
    places = municipality_ids(region_id)
    for one in found:
        figure = one.figure
        if one.change == "withdrawn":
            there = OwnIndicator.objects.filter(region_id=region_id, code=figure.code)
            there.filter(period=figure.period).delete()
            continue
        row, _ = OwnIndicator.objects.update_or_create(
            region_id=region_id,
            code=figure.code,
            period=figure.period,
            defaults={name: getattr(figure, name) for name in _DESCRIBED},
        )
        row.observations.all().delete()
        OwnObservation.objects.bulk_create(
            OwnObservation(indicator=row, municipality_id=_place(places, code), value=Decimal(text))
            for code, text in figure.values
        )


_DESCRIBED = ("name", "unit", "direction", "rule", "source", "licence")


def _place(places: Mapping[str, int], code: str) -> int:
    if code not in places:
        raise RuleError("unknown-municipality", asked=code, known=tuple(places))
    return places[code]
