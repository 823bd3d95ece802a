# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Parties, the bodies where they meet, and their seats there."""

from django.db import transaction

from samenspel.core.region_record import RegionRecord
from samenspel.parties.models import Body, Party, Seat
from samenspel.regions.queries import municipality_ids
from samenspel.rows import Synced, delete_rows, sync_rows


@transaction.atomic
def save_parties(*, region_id: int, record: RegionRecord) -> None:
    """
    Make parties, bodies and seats of a region equal to *record*, parties that go excepted.

    A part of a larger act: whoever calls it has checked the right and the record, and writes the
    ledger. ``remove_parties`` follows once nothing refers to them any more.
    """
    parties = _save_parties(region_id, record)
    bodies = _save_bodies(region_id, record)
    wanted = [
        {
            "body_id": bodies.ids[(seat.body,)],
            "position": place,
            "party_id": parties.ids[(seat.party,)],
            "title": seat.title,
            "votes": seat.votes,
            "since": seat.since,
            "until": seat.until,
        }
        for place, seat in enumerate(record.seats)
    ]
    seats = sync_rows(Seat.objects.filter(body__region_id=region_id), ("position",), wanted)
    delete_rows(Seat, seats.obsolete)
    delete_rows(Body, bodies.obsolete)


@transaction.atomic
def remove_parties(*, region_id: int, slugs: set[str]) -> None:
    """
    Drop the parties of a region that are not in *slugs*.

    Raises:
        RuleError: ``still-in-use`` when a version of the agenda names one of them.
    """
    gone = Party.objects.filter(region_id=region_id).exclude(slug__in=slugs)
    delete_rows(Party, list(gone.values_list("pk", flat=True)))


def _save_parties(region_id: int, record: RegionRecord) -> Synced:
    municipalities = municipality_ids(region_id)
    wanted = [
        {
            "region_id": region_id,
            "position": place,
            "slug": party.slug,
            "name": party.name,
            "kind": party.kind,
            "municipality_id": municipalities.get(party.municipality),
            "legal_form": party.legal_form,
            "about": party.about,
            "website": party.website,
            "since": party.since,
            "until": party.until,
            "source": party.source,
        }
        for place, party in enumerate(record.parties)
    ]
    return sync_rows(Party.objects.filter(region_id=region_id), ("slug",), wanted)


def _save_bodies(region_id: int, record: RegionRecord) -> Synced:
    wanted = [
        {
            "region_id": region_id,
            "position": place,
            "slug": body.slug,
            "name": body.name,
            "about": body.about,
            "source": body.source,
        }
        for place, body in enumerate(record.bodies)
    ]
    return sync_rows(Body.objects.filter(region_id=region_id), ("slug",), wanted)
