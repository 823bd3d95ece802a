# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where statistics come from: the services of CBS, or a mirror that somebody names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urlencode, urlsplit

from samenspel.sources.cbs.errors import SourceError

_TABLE = re.compile(r"[0-9][0-9A-Za-z_]{2,19}")
_SAFE = "$'(),*"


@dataclass(frozen=True, slots=True)
class Source:
    """The addresses below which tables and catalogues lie, for both versions of the protocol."""

    v4: str
    v3: str
    v3_catalogue: str

    @property
    def origins(self) -> frozenset[str]:
        """Scheme, host and port of all that may be asked."""
        return frozenset(map(origin, (self.v4, self.v3, self.v3_catalogue)))


CBS = Source(
    v4="https://datasets.cbs.nl/odata/v1/CBS",
    v3="https://opendata.cbs.nl/ODataFeed/odata",
    v3_catalogue="https://opendata.cbs.nl/ODataCatalog",
)


def mirror(address: str) -> Source:
    """
    Return a source that answers as CBS does below one address.

    Raises:
        SourceError: ``source-address``: it is neither https nor on this computer itself, or has
            more in it than a host and a path.
    """
    parts = urlsplit(address)
    plain = not (parts.query or parts.fragment or "@" in parts.netloc)
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))
    if not (plain and safe and parts.hostname):
        raise SourceError("source-address", address=address)
    base = address.rstrip("/")
    return Source(base, base, base)


def origin(address: str) -> str:
    """Return the scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def table_code(text: str) -> str:
    """
    Return the code of a table as given, once it is known to be one and no piece of an address.

    Raises:
        SourceError: ``table-code``.
    """
    if not _TABLE.fullmatch(text):
        raise SourceError("table-code", table=text)
    return text


def address_of(base: str, *path: str, **options: str) -> str:
    """Return an address below *base*; an empty option is left out, the others get their ``$``."""
    asked = {f"${name}": value for name, value in options.items() if value}
    query = urlencode(asked, quote_via=quote, safe=_SAFE)
    place = "/".join([base, *(quote(part, safe="") for part in path)])
    return f"{place}?{query}" if query else place


def with_options(address: str, options: Mapping[str, str]) -> str:
    """Return an address with more options, written out with their ``$``."""
    query = urlencode(options, quote_via=quote, safe=_SAFE)
    return f"{address}{'&' if '?' in address else '?'}{query}" if query else address


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
