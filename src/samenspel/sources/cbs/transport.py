# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One question over the network and its answer, read within bounds of time and size."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from samenspel import __version__
from samenspel.sources.cbs.addresses import origin
from samenspel.sources.cbs.answers import Answer, parsed
from samenspel.sources.cbs.errors import PassingError, SourceError
from samenspel.sources.cbs.failures import of_connection, of_status
from samenspel.sources.cbs.patience import Pace, patiently

_STEP = 2**16
_GZIP = 16 + zlib.MAX_WBITS
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"samenspel/{__version__}",
}

Get = Callable[[str], Answer]
"""Asks an address, patiently, and returns the answer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds without a byte, seconds for a whole answer, and bytes of one once unpacked."""

    silence: float = 30.0
    whole: float = 300.0
    size: int = 64 * 2**20


def asker(origins: frozenset[str], pace: Pace, bounds: Bounds | None = None) -> Get:
    """
    Return how to ask addresses on *origins*, one at a time.

    Answers that send us elsewhere are not followed. ``HTTPS_PROXY`` of the environment counts.
    """
    opener = _opener()
    limits = bounds or Bounds()

    def get(address: str) -> Answer:
        if origin(address) not in origins:
            raise SourceError("foreign-address", host=urlsplit(address).hostname)
        return patiently(lambda: _ask(opener, address, pace, limits), pace)

    return get


def _opener() -> OpenerDirector:
    """Return an opener that knows http and https only, and no redirects."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _ask(opener: OpenerDirector, address: str, pace: Pace, bounds: Bounds) -> Answer:
    request = Request(address, headers=_HEADERS)  # noqa: S310 - its origin was checked
    host = urlsplit(address).hostname or ""
    try:
        with opener.open(request, timeout=bounds.silence) as response:
            return parsed(_body(response, pace, bounds), host)
    except HTTPError as error:
        with error:
            raise of_status(error.code, error.headers, host) from error
    except (OSError, HTTPException) as error:
        raise of_connection(error, host) from error


def _body(response: HTTPResponse, pace: Pace, bounds: Bounds) -> bytes:
    """
    Return the body of an answer, unpacked and complete.

    Raises:
        PassingError: ``cut``, ``slow``.
        SourceError: ``too-large``, ``not-json``.
    """
    unpack = _unpacking(response)
    until = pace.clock() + bounds.whole
    found, received = bytearray(), 0
    while chunk := response.read1(_STEP):
        received += len(chunk)
        found += unpack.decompress(chunk, bounds.size + 1 - len(found))
        if len(found) > bounds.size:
            raise SourceError("too-large", limit=bounds.size)
        if pace.clock() > until:
            raise PassingError("slow")
    announced = response.headers.get("Content-Length", "")
    if (announced.isdecimal() and received < int(announced)) or not unpack.eof:
        raise PassingError("cut")
    return bytes(found)


class _Plain:
    """What is not packed, unpacked."""

    eof = True

    def decompress(self, chunk: bytes, _most: int) -> bytes:
        return chunk


class _Packed:
    """What is packed with gzip, unpacked to no more than asked for."""

    def __init__(self) -> None:
        self._rest = zlib.decompressobj(_GZIP)

    @property
    def eof(self) -> bool:
        return self._rest.eof

    def decompress(self, chunk: bytes, most: int) -> bytes:
        try:
            return self._rest.decompress(chunk, most)
        except zlib.error as error:
            raise PassingError("cut") from error


def _unpacking(response: HTTPResponse) -> _Plain | _Packed:
    """Return what unpacks an answer, once its headers say that it is JSON."""
    kind = response.headers.get_content_type()
    packing = response.headers.get("Content-Encoding", "identity").lower()
    if kind != "application/json" or packing not in {"gzip", "identity"}:
        raise SourceError("not-json", kind=f"{kind}, {packing}")
    return _Packed() if packing == "gzip" else _Plain()
