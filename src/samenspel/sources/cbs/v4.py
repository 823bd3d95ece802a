# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Version 4 of the protocol: one row for each figure, codes in lists of their own."""

from samenspel.sources.cbs.addresses import address_of
from samenspel.sources.cbs.answers import (
    Answer,
    Row,
    code_of,
    number_of,
    rows_of,
    text_of,
)
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

_FIGURE = {"Id", "Measure", "Value", "StringValue", "ValueAttribute"}
_STATUS = {
    "None": KNOWN,
    "Impossible": "impossible",
    "Confidential": "confidential",
}


class V4:
    """The service in version 4 below one address."""

    protocol = "v4"

    def __init__(self, get: Get, base: str) -> None:
        self._get = get
        self.base = base

    def about(self, code: str) -> About:
        """Return what the source says of a table."""
        return _about(self._get(address_of(self.base, code, "Properties")))

    def table(self, about: About) -> Table:
        """Return the table with its dimensions and measures."""
        return Table(
            about,
            tuple(self._dimension(about.code, row) for row in self._list(about.code, "Dimensions")),
            self._measures(about.code),
        )

    def page(self, table: Table, after: str, received: int) -> Page:
        """Return the figures at a place in the list, after *received* rows have come."""
        wanted = level_filter(table.region.code) if table.region else ""
        address = address_of(
            self.base, table.about.code, "Observations", filter=wanted, count="true"
        )
        answer = self._get(page_address(address, after))
        rows = rows_of(answer)
        observations = (_observation(table, row) for row in rows)
        return Page(
            kept(table, observations),
            len(rows),
            place_after(address, after, received + len(rows), answer),
            _total(answer),
        )

    def catalogue(self, words: str) -> tuple[About, ...]:
        """Return the tables with these words in their title."""
        asked = {"filter": f"contains(Title,'{words}')", "select": "Identifier,Title,Modified"}
        rows = every_row(self._get, address_of(self.base, "Datasets", **asked))
        return tuple(_about(row) for row in rows if words in text_of(row, "Title"))

    def _list(self, *path: str, wanted: str = "") -> list[Row]:
        return list(every_row(self._get, address_of(self.base, *path, filter=wanted)))

    def _dimension(self, table: str, row: Row) -> Dimension:
        code, kind = code_of(row, "Identifier"), kind_of(text_of(row, "Kind"))
        wanted = level_filter("Identifier") if kind == Kind.REGION else ""
        members = tuple(_member(one) for one in self._list(table, f"{code}Codes", wanted=wanted))
        return Dimension(code, text_of(row, "Title"), kind, members)

    def _measures(self, table: str) -> tuple[Measure, ...]:
        """Return the measures under their headings, of which not every table has any."""
        names = {text_of(row, "name") for row in self._list(table)}
        rows = self._list(table, "MeasureGroups") if "MeasureGroups" in names else []
        groups: dict[object, tuple[str, object]] = {
            text_of(row, "Id"): (text_of(row, "Title"), text_of(row, "ParentId", otherwise=""))
            for row in rows
        }
        return tuple(_measure(row, groups) for row in self._list(table, "MeasureCodes"))


def _about(row: Row) -> About:
    modified = row.get("ObservationsModified") or row.get("Modified")
    return About(
        code_of(row, "Identifier"),
        text_of(row, "Title"),
        edition_moment(str(modified)),
        text_of(row, "TemporalCoverage", otherwise=""),
    )


def _member(row: Row) -> Member:
    status = PERIOD_STATUS.get(text_of(row, "Status", otherwise=""), "")
    return Member(code_of(row, "Identifier"), text_of(row, "Title"), status)


def _measure(row: Row, groups: dict[object, tuple[str, object]]) -> Measure:
    decimals = row.get("Decimals")
    parent = text_of(row, "MeasureGroupId", otherwise="")
    return Measure(
        code_of(row, "Identifier"),
        path_of(text_of(row, "Title"), parent, groups),
        text_of(row, "Unit", otherwise=""),
        decimals if isinstance(decimals, int) else None,
        text_of(row, "DataType", otherwise="") == "String",
    )


def _observation(table: Table, row: Row) -> Observation:
    """
    Return one figure.

    Raises:
        SourceError: ``columns-differ``: it is not divided by what the table is divided by;
            ``bad-number``, ``unexpected-answer``.
    """
    names = {one.code for one in table.dimensions}
    if row.keys() - _FIGURE != names:
        raise SourceError("columns-differ", names=", ".join(sorted((row.keys() - _FIGURE) ^ names)))
    attribute = text_of(row, "ValueAttribute", otherwise="None")
    text = text_of(row, "StringValue", otherwise="")
    number = row.get("Value")
    value = (text or None) if number is None else number_of(number)
    status = _STATUS.get(attribute, attribute.lower())
    return Observation(
        code_of(row, "Measure"),
        tuple(code_of(row, one.code) for one in table.dimensions),
        value,
        status or (UNKNOWN if value is None else KNOWN),
    )


def _total(answer: Answer) -> int | None:
    total = answer.get("@odata.count")
    return total if isinstance(total, int) else None
