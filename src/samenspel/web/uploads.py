# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Files that arrive: bounded while they come in."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

from samenspel.sources.spreadsheet.bounds import MAX_FILE

_ROOM_FOR_FIELDS = 64 * 1024
"""Bytes of a form around its file."""


class BoundedUpload(MemoryFileUploadHandler):
    """Refuses a request with more than one workbook's bytes before it is read."""

    def handle_raw_input(self, *args: Any, **_more: Any) -> None:
        """Raise RequestDataTooBig, which answers 400, when the body is too large."""
        _data, _headers, content_length, *_rest = args
        if content_length > MAX_FILE + _ROOM_FOR_FIELDS:
            raise RequestDataTooBig("The file is larger than a workbook may be.")
        self.activated = True
