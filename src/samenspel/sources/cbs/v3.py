# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Version 3 of the protocol: one wide row for each combination of codes, padded with spaces."""

from samenspel.sources.cbs.addresses import address_of
from samenspel.sources.cbs.answers import Row, code_of, number_of, rows_of, text_of
from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.paging import every_row, page_address, place_after
from samenspel.sources.cbs.records import (
    KNOWN,
    UNKNOWN,
    About,
    Dimension,
    Kind,
    Measure,
    Member,
    Observation,
    Page,
    Table,
)
from samenspel.sources.cbs.service import (
    PERIOD_STATUS,
    edition_moment,
    kept,
    kind_of,
    level_filter,
    path_of,
)
from samenspel.sources.cbs.transport import Get

_FORMAT = "json"
_STATUS = {"": "impossible", ".": UNKNOWN, "x": "confidential", "-": "nil"}
"""What stands where no number is."""

Groups = dict[object, tuple[str, object]]


class V3:
    """The service in version 3 below one address, with its catalogue below another."""

    protocol = "v3"

    def __init__(self, get: Get, base: str, catalogue: str) -> None:
        self._get = get
        self.base = base
        self._catalogue = catalogue

    def about(self, code: str) -> About:
        """Return what the source says of a table."""
        rows = self._list(code, "TableInfos")
        if len(rows) != 1:
            raise SourceError("unexpected-answer", part="TableInfos")
        return _about(rows[0])

    def table(self, about: About) -> Table:
        """Return the table with its dimensions and measures."""
        rows = self._list(about.code, "DataProperties")
        groups: Groups = {
            row.get("ID"): (text_of(row, "Title"), row.get("ParentID"))
            for row in rows
            if text_of(row, "Type") == "TopicGroup"
        }
        return Table(
            about,
            tuple(
                self._dimension(about.code, row)
                for row in rows
                if text_of(row, "Type") not in {"Topic", "TopicGroup"}
            ),
            tuple(_measure(row, groups) for row in rows if text_of(row, "Type") == "Topic"),
        )

    def page(self, table: Table, after: str, received: int) -> Page:
        """Return the figures at a place in the list, after *received* rows have come."""
        wanted = level_filter(table.region.code) if table.region else ""
        address = address_of(
            self.base, table.about.code, "UntypedDataSet", format=_FORMAT, filter=wanted
        )
        answer = self._get(page_address(address, after))
        rows = rows_of(answer)
        observations = (one for row in rows for one in _observations(table, row))
        return Page(
            kept(table, observations),
            len(rows),
            place_after(address, after, received + len(rows), answer),
        )

    def catalogue(self, words: str) -> tuple[About, ...]:
        """Return the tables with these words in their title."""
        asked = {
            "format": _FORMAT,
            "filter": f"substringof('{words}',Title)",
            "select": "Identifier,Title,Modified,Period",
        }
        rows = every_row(self._get, address_of(self._catalogue, "Tables", **asked))
        return tuple(_about(row) for row in rows if words in text_of(row, "Title"))

    def _list(self, code: str, name: str, wanted: str = "") -> list[Row]:
        address = address_of(self.base, code, name, format=_FORMAT, filter=wanted)
        return list(every_row(self._get, address))

    def _dimension(self, table: str, row: Row) -> Dimension:
        code, kind = code_of(row, "Key"), kind_of(text_of(row, "Type"))
        wanted = level_filter("Key") if kind == Kind.REGION else ""
        members = tuple(_member(one) for one in self._list(table, code, wanted))
        return Dimension(code, text_of(row, "Title"), kind, members)


def _about(row: Row) -> About:
    return About(
        code_of(row, "Identifier"),
        text_of(row, "Title"),
        edition_moment(text_of(row, "Modified")),
        text_of(row, "Period", otherwise=""),
    )


def _member(row: Row) -> Member:
    status = PERIOD_STATUS.get(text_of(row, "Status", otherwise=""), "")
    return Member(code_of(row, "Key"), text_of(row, "Title"), status)


def _measure(row: Row, groups: Groups) -> Measure:
    decimals = row.get("Decimals")
    return Measure(
        code_of(row, "Key"),
        path_of(text_of(row, "Title"), row.get("ParentID"), groups),
        text_of(row, "Unit", otherwise=""),
        decimals if isinstance(decimals, int) else None,
        text_of(row, "Datatype", otherwise="") == "String",
    )


def _observations(table: Table, row: Row) -> list[Observation]:
    """
    Return the figures of one row, one for each measure.

    Raises:
        SourceError: ``columns-differ``: its columns are not those that the table describes, such
            as when their numbers have shifted; ``bad-number``, ``unexpected-answer``.
    """
    wanted = {one.code for one in table.dimensions} | {one.code for one in table.measures}
    if differing := (row.keys() - {"ID"}) ^ wanted:
        raise SourceError("columns-differ", names=", ".join(sorted(differing)))
    codes = tuple(code_of(row, one.code) for one in table.dimensions)
    return [_observation(one, codes, row[one.code]) for one in table.measures]


def _observation(measure: Measure, codes: tuple[str, ...], cell: object) -> Observation:
    content = " ".join(cell.split()) if isinstance(cell, str) else cell
    missing = "" if content is None else content
    if isinstance(missing, str) and missing in _STATUS:
        return Observation(measure.code, codes, None, _STATUS[missing])
    if not measure.is_text:
        return Observation(measure.code, codes, number_of(content), KNOWN)
    if not isinstance(content, str):
        raise SourceError("unexpected-answer", part=measure.code)
    return Observation(measure.code, codes, content, KNOWN)
