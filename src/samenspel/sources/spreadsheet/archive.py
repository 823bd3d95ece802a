# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Zip archives read part by part within one budget of bytes; what headers claim is not believed."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samenspel.sources.spreadsheet import bounds
from samenspel.sources.spreadsheet.cells import SpreadsheetError

_DIRECTORY_ENTRY = b"PK\x01\x02"
_STEP = 2**16
_ENCRYPTED = 0x1
_DAMAGED = (BadZipFile, zlib.error, EOFError, struct.error, ValueError, OverflowError, OSError)

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date in archives that we write, so that equal content gives equal bytes."""


class Archive:
    """An archive of which parts are read by name."""

    def __init__(self, data: bytes) -> None:
        """Raise ``SpreadsheetError``: ``too-many-parts`` or ``damaged``."""
        if data.count(_DIRECTORY_ENTRY) > bounds.MAX_PARTS:
            raise SpreadsheetError("too-many-parts", limit=bounds.MAX_PARTS)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (*_DAMAGED, NotImplementedError) as error:
            raise SpreadsheetError("damaged") from error
        self.names = tuple(self._zip.namelist())
        self._left = bounds.MAX_UNPACKED

    def read(self, name: str) -> bytes:
        """
        Return a part, unpacked.

        Raises:
            SpreadsheetError: ``damaged``, ``encrypted`` or ``unpacks-too-large``.
        """
        if name not in self.names:
            raise SpreadsheetError("damaged", part=name)
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise SpreadsheetError("encrypted")
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise SpreadsheetError("damaged", part=name)
        try:
            return self._unpacked(info)
        except (*_DAMAGED, NotImplementedError, RuntimeError) as error:
            raise SpreadsheetError("damaged", part=name) from error

    def _unpacked(self, info: ZipInfo) -> bytes:
        found = bytearray()
        most = min(self._left, max(2**20, info.compress_size * bounds.MAX_RATIO))
        with self._zip.open(info) as part:
            while step := part.read(_STEP):
                found += step
                if len(found) > most:
                    raise SpreadsheetError("unpacks-too-large", limit=bounds.MAX_UNPACKED)
        self._left -= len(found)
        return bytes(found)


def packed(parts: Iterable[tuple[str, bytes]], *, compress: bool = True) -> bytes:
    """Return an archive of *parts* in their order; equal parts give equal bytes."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts:
            info = ZipInfo(name, FIRST_MOMENT)
            stored = not compress or name == "mimetype"  # ODF wants this one readable in place
            info.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return target.getvalue()
