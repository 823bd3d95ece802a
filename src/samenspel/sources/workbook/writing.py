# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From a region's record to a file."""

from collections.abc import Callable
from dataclasses import dataclass

from samenspel.core.record_json import dumps
from samenspel.core.region_record import RegionRecord


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which a workbook can be written."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[RegionRecord], bytes]


def write_workbook(record: RegionRecord, format: str) -> bytes:  # noqa: A002 - what it is
    """Return the workbook of a region as ``xlsx``, ``ods``, ``json`` or ``csv`` (zipped)."""
    return FORMATS[format].write(record)


def _xlsx(record: RegionRecord) -> bytes:
    from samenspel.sources.workbook import xlsx

    return xlsx.write(record)


def _ods(record: RegionRecord) -> bytes:
    from samenspel.sources.workbook import ods

    return ods.write(record)


def _csv(record: RegionRecord) -> bytes:
    from samenspel.sources.workbook import comma_separated

    return comma_separated.write(record)


def _json(record: RegionRecord) -> bytes:
    return dumps(record).encode()


FORMATS = {
    one.name: one
    for one in (
        Format(
            "xlsx",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _xlsx,
        ),
        Format("ods", ".ods", "application/vnd.oasis.opendocument.spreadsheet", _ods),
        Format("json", ".json", "application/json", _json),
        Format("csv", ".csv.zip", "application/zip", _csv),
    )
}
"""The formats by name."""


def format_of(file_name: str) -> str:
    """Return the format that the name of a file asks for; xlsx when it asks for none."""
    return next((one.name for one in FORMATS.values() if file_name.endswith(one.suffix)), "xlsx")
