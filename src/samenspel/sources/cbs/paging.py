# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
From page to page, without ever going where an answer sends us.

Of the link to the next page only the place in the list is used, on our own address, and that place
must lie further on: pages cannot lead in a circle, to another host, or past rows.
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, urljoin, urlsplit

from samenspel.sources.cbs.addresses import origin, with_options
from samenspel.sources.cbs.answers import Answer, Row, next_link, rows_of
from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.transport import Get

MAX_PAGES = 1000
_SKIP = "$skip"


def every_row(get: Get, address: str) -> Iterator[Row]:
    """
    Yield the rows of a list, however many pages it has.

    Raises:
        SourceError: ``endless-pages``, ``foreign-address``, ``gap-between-pages``, or those of
            *get*.
    """
    after, received = "", 0
    for _ in range(MAX_PAGES):
        answer = get(page_address(address, after))
        rows = rows_of(answer)
        yield from rows
        received += len(rows)
        after = place_after(address, after, received, answer)
        if not after:
            return
    raise SourceError("endless-pages", limit=MAX_PAGES)


def page_address(address: str, after: str) -> str:
    """Return the address of the page at a place in the list; the first for no place."""
    return with_options(address, {_SKIP: after} if after else {})


def place_after(address: str, before: str, received: int, answer: Answer) -> str:
    """
    Return the place at which a list goes on after *received* rows; empty at its end.

    Raises:
        SourceError: ``foreign-address``: the next page would lie on another host;
            ``endless-pages``: it would not lie further on; ``gap-between-pages``: it would lie
            past rows that did not come.
    """
    link = next_link(answer)
    if not link:
        return ""
    target = urljoin(address, link)
    if origin(target) != origin(address):
        raise SourceError("foreign-address", host=urlsplit(target).hostname)
    place = parse_qs(urlsplit(target).query).get(_SKIP, [""])[0]
    if not (place.isascii() and place.isdecimal()):
        raise SourceError("unexpected-answer", part="nextLink")
    if int(place) <= int(before or 0):
        raise SourceError("endless-pages", limit=int(place))
    if int(place) > received:
        raise SourceError("gap-between-pages", place=int(place), received=received)
    return str(int(place))
