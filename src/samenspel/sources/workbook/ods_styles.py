# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The styles of the workbook in OpenDocument, and the parts around its content."""

from html import escape

from samenspel.sources.workbook.layout import Value
from samenspel.sources.workbook.looks import (
    AGENDA_GREEN,
    FIRST_COLUMN_WIDTH,
    GREY,
    HELP_PAPER,
    INK,
    PAPER,
    REGION_BLUE,
    RULE,
    SECOND_COLUMN_WIDTH,
)
from samenspel.sources.workbook.sheets import INSTRUCTIONS, SHEETS

MIME = "application/vnd.oasis.opendocument.spreadsheet"
GENERATOR = "Samenspel"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "number": f"{_OASIS}:datastyle:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "config": f"{_OASIS}:config:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "of": f"{_OASIS}:of:1.2",
    "ooo": "http://openoffice.org/2004/office",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_CENTIMETRES_PER_CHARACTER = 0.21

CELL_STYLES = {
    Value.MONEY: "money",
    Value.DATE: "date",
    Value.WHOLE: "whole",
    Value.DECIMAL: "number",
}
"""Other values are texts."""

TEXT = "texts"


def document(root: str, body: str, *prefixes: str) -> bytes:
    """Return a part: its root element with the namespaces it uses."""
    names = "".join(f' xmlns:{prefix}="{_PREFIXES[prefix]}"' for prefix in prefixes)
    version = f' {root.partition(":")[0]}:version="1.3"'
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{names}{version}>'
    return f"{opening}{body}</{root}>".encode()


def automatic_styles(widths: set[int]) -> str:
    """Return the styles of columns, sheets and cells."""
    columns = "".join(_column(width) for width in sorted(widths))
    return (
        "<office:automatic-styles>"
        + columns
        + _column(FIRST_COLUMN_WIDTH)
        + _column(SECOND_COLUMN_WIDTH)
        + _table("instructions", GREY)
        + _table("region", REGION_BLUE)
        + _table("agenda", AGENDA_GREEN)
        + _NUMBER_STYLES
        + _row("title-row", "1cm")
        + _row("heading-row", "1.1cm")
        + _cell(TEXT, data="as-text", rule=RULE)
        + _cell("money", data="euro", rule=RULE)
        + _cell("date", data="day", rule=RULE, across="start")
        + _cell("whole", data="integer", rule=RULE)
        + _cell("number", rule=RULE)
        + _cell("region-heading", fill=REGION_BLUE, colour=PAPER, bold=True)
        + _cell("agenda-heading", fill=AGENDA_GREEN, colour=PAPER, bold=True)
        + _cell("help", fill=HELP_PAPER, colour=GREY, italic=True, rule=RULE)
        + _cell("title", colour=REGION_BLUE, bold=True, size=18, wrap=False)
        + _cell("heading", colour=REGION_BLUE, bold=True, size=13, wrap=False, down="bottom")
        + _cell("pair", bold=True)
        + _cell("meaning")
        + _cell("text", wrap=False)
        + "</office:automatic-styles>"
    )


def column_style(width: int) -> str:
    """Return the name of the style of a column of that width."""
    return f"w{width}"


def styles() -> bytes:
    """Return the part with the page: landscape, one page wide, its number at the foot."""
    page = (
        '<office:automatic-styles><style:page-layout style:name="page">'
        '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"'
        ' style:print-orientation="landscape" fo:margin="1.5cm"'
        ' style:scale-to-X="1" style:scale-to-Y="0"/>'
        "<style:footer-style/></style:page-layout></office:automatic-styles>"
    )
    footer = (
        "<style:footer><text:p><text:sheet-name/>, bladzijde <text:page-number/>"
        " van <text:page-count/></text:p></style:footer>"
    )
    master = (
        '<office:master-styles><style:master-page style:name="sheet"'
        f' style:page-layout-name="page">{footer}</style:master-page></office:master-styles>'
    )
    default = (
        '<office:styles><style:default-style style:family="table-cell"><style:text-properties'
        ' style:font-name="Liberation Sans" fo:font-family="\'Liberation Sans\', Arial"'
        ' fo:font-size="10pt" fo:language="nl" fo:country="NL"/></style:default-style>'
        "</office:styles>"
    )
    prefixes = ("office", "style", "text", "fo")
    return document("office:document-styles", default + page + master, *prefixes)


def meta(title: str) -> bytes:
    """Return the part about the document."""
    body = (
        f"<office:meta><meta:generator>{GENERATOR}</meta:generator>"
        f"<dc:title>{escape(title)}</dc:title></office:meta>"
    )
    return document("office:document-meta", body, "office", "meta", "dc")


def settings() -> bytes:
    """Return the part that keeps headings, help and first column in view."""
    frozen = "".join(
        f'<config:config-item-map-entry config:name="{escape(sheet.name)}">{_FROZEN}'
        "</config:config-item-map-entry>"
        for sheet in SHEETS
    )
    tables = (
        '<config:config-item-map-named config:name="Tables">'
        f"{frozen}</config:config-item-map-named>"
    )
    active = _item("ViewId", "string", "view1") + _item("ActiveTable", "string", INSTRUCTIONS[0])
    body = (
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{active}{tables}</config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings>"
    )
    return document("office:document-settings", body, "office", "config", "ooo")


def manifest() -> bytes:
    """Return the part that lists the parts."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (
            ("/", MIME),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
            ("settings.xml", "text/xml"),
        )
    )
    return document("manifest:manifest", entries, "manifest")


def _column(width: int) -> str:
    centimetres = f"{width * _CENTIMETRES_PER_CHARACTER:.2f}cm"
    return (
        f'<style:style style:name="{column_style(width)}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{centimetres}"/></style:style>'
    )


def _table(name: str, colour: str) -> str:
    return (
        f'<style:style style:name="{name}-sheet" style:family="table"'
        ' style:master-page-name="sheet"><style:table-properties table:display="true"'
        f' table:tab-color="#{colour}"/></style:style>'
    )


def _row(name: str, height: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{height}"'
        ' style:use-optimal-row-height="false"/></style:style>'
    )


def _cell(  # noqa: PLR0913 - one per property
    name: str,
    *,
    data: str = "",
    fill: str = "",
    rule: str = "",
    colour: str = INK,
    bold: bool = False,
    italic: bool = False,
    size: int = 10,
    wrap: bool = True,
    across: str = "",
    down: str = "top",
) -> str:
    data = f' style:data-style-name="{data}"' if data else ""
    fill = f' fo:background-color="#{fill}"' if fill else ""
    border = f' fo:border-bottom="0.5pt solid #{rule}"' if rule else ""
    wrapped = ' fo:wrap-option="wrap"' if wrap else ""
    weight = ' fo:font-weight="bold"' if bold else ""
    slant = ' fo:font-style="italic"' if italic else ""
    aligned = f'<style:paragraph-properties fo:text-align="{across}"/>' if across else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{data}>'
        f'<style:table-cell-properties style:vertical-align="{down}" fo:padding="0.05cm"'
        f"{wrapped}{fill}{border}/>{aligned}"
        f'<style:text-properties fo:color="#{colour}" fo:font-size="{size}pt"{weight}{slant}/>'
        "</style:style>"
    )


def _item(name: str, kind: str, value: int | str) -> str:
    opening = f'<config:config-item config:name="{name}" config:type="{kind}">'
    return f"{opening}{value}</config:config-item>"


_FROZEN = (
    _item("HorizontalSplitMode", "short", 2)
    + _item("HorizontalSplitPosition", "int", 1)
    + _item("PositionRight", "int", 1)
    + _item("VerticalSplitMode", "short", 2)
    + _item("VerticalSplitPosition", "int", 2)
    + _item("PositionBottom", "int", 2)
    + _item("ActiveSplitRange", "short", 3)
)

_NUMBER_STYLES = (
    '<number:text-style style:name="as-text"><number:text-content/></number:text-style>'
    '<number:currency-style style:name="euro"><number:currency-symbol number:language="nl"'
    ' number:country="NL">€</number:currency-symbol><number:text> </number:text><number:number'
    ' number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"'
    ' number:grouping="true"/></number:currency-style>'
    '<number:date-style style:name="day"><number:day number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/>'
    '<number:text>-</number:text><number:year number:style="long"/></number:date-style>'
    '<number:number-style style:name="integer"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="1"/></number:number-style>'
)
