# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Who may reach what: every route, with the addresses to try and the need that each has.

The table is the rule, and a route that is not in it fails the tests. In an address ``{r}`` stands
for the region, ``{k}`` for the first letter of its keys, ``{c}`` for its municipalities and
``{seat}`` for a seat; what follows ``?`` is asked. M1 and M3 are of party *noord*, for which
party-bound roles are held; M2, M4 and M5 of *zuid*, and *noord* joins M5. Version 1 and M1, M2 are
public, version 2 and M3, M4, M5 a draft.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.urls import URLResolver, get_resolver, reverse

from samenspel.core.rights import Act

LOGIN = 302
"""What somebody who is not logged in gets where a log-in is needed."""


@dataclass(frozen=True)
class Need:
    """
    What lets a visitor through, and the status for who is not let through.

    ``hidden``: to others with a role in the region it is as if there were no such thing.
    """

    name: str
    act: Act | None = None
    parties: tuple[str, ...] = ()
    refused: int = 404
    stranger: int = 404
    ok: int = 200
    hidden: bool = False

    def lets(self, visitor, region):
        """Tell whether *visitor* is let through in *region*."""
        return self.act is None or visitor.may(region, self.act, *self.parties)

    def expected(self, visitor, region):
        """Return the status that *visitor* gets in *region*."""
        if self.lets(visitor, region):
            return self.ok
        if self.hidden and visitor.may(region, Act.READ_DRAFT):
            return 404
        return self.refused if visitor.role else self.stranger


@dataclass(frozen=True)
class Account:
    """A page about one's own log-in: a status for who is logged in and one for who is not."""

    inside: int
    outside: int

    def lets(self, _visitor, _region):
        """Everybody may try; what is written is about their own log-in."""
        return True

    def expected(self, visitor, _region):
        """Return the status that *visitor* gets."""
        return self.inside if visitor.role else self.outside


PUBLIC = Need("public")
NOWHERE = Need("nowhere", ok=404)
DRAFT = Need("draft-readers", Act.READ_DRAFT)
DEAL_DRAFT = Need("own-parties", Act.READ_DEAL_DRAFT, ("noord",))


def desk(act, *parties, ok=200):
    """The workbench, for who may do *act* to what is of *parties*."""
    return Need(f"desk: {act}", act, parties, refused=403, stranger=LOGIN, ok=ok)


def hidden(need):
    """The same need, for what others in the region are not to know of."""
    return replace(need, hidden=True)


@dataclass(frozen=True)
class Case:
    """
    One address of a route: who may read there, who may act there, and by which form.

    ``fill`` holds what the form needs to be right; ``page`` is the route that shows the form, when
    it is another; ``upload`` sends a workbook instead. ``writes`` tells whether an act that is
    allowed puts something on the ledger. ``few`` is for what takes long and is decided elsewhere:
    one visitor of each sort asks.
    """

    address: str = ""
    reads: Need | Account | None = PUBLIC
    acts: Need | Account | None = None
    fill: Mapping[str, str] = field(default_factory=dict)
    page: str = ""
    upload: bool = False
    writes: bool = True
    few: bool = False

    @property
    def query(self):
        """Return what is asked after the address."""
        return self.address.partition("?")[2]

    def url(self, route, names):
        """Return the address in a region; a route without a name is an address itself."""
        parts = self.address.partition("?")[0].split()
        arguments = [part.format(**names) for part in parts]
        path = route if route.startswith("/") else reverse(route, args=arguments)
        return path + (f"?{self.query.format(**names)}" if self.query else "")


def public(*addresses):
    """Cases that anyone may read."""
    return tuple(Case(address) for address in addresses or ("",))


def draft(*addresses):
    """Cases that show something of the draft."""
    return tuple(Case(address, DRAFT) for address in addresses)


def deal_draft(*addresses):
    """Cases that show something only the parties of a deal may read; noord is one."""
    return tuple(Case(address, DEAL_DRAFT) for address in addresses)


def nowhere(*addresses):
    """Cases in which nobody finds anything."""
    return tuple(Case(address, NOWHERE) for address in addresses)


def reads(act, *addresses):
    """Pages of the workbench that only show."""
    return tuple(Case(address, desk(act)) for address in addresses or ("{r}",))


def form(act, address, *parties, **fill):
    """A form of the workbench: who may see it may send it."""
    return (Case(address, desk(act, *parties), desk(act, *parties, ok=302), fill),)


def account(inside, outside=200):
    """A page about one's own log-in."""
    return (Case("", Account(inside, outside)),)


def by_few(cases):
    """The same cases, asked by one visitor of each sort."""
    return tuple(replace(case, few=True) for case in cases)


def routes(urlconf=None, below="", space=""):
    """Yield the name of every route, or the address of one without a name."""
    patterns = get_resolver(urlconf).url_patterns if not below else urlconf
    for one in patterns:
        where = f"{below or '/'}{one.pattern}"
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from routes(one.url_patterns, where, inner)
        else:
            yield f"{space}{one.name}" if one.name else where
