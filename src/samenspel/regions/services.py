# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with a region: start it, and change its facts and words."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django.db import transaction

from samenspel.core.errors import RuleError
from samenspel.core.region_record import RegionRecord
from samenspel.rows import Synced, delete_rows, sync_rows

from .models import Inhabitants, Municipality, Region, Term

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
