# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything of a region as files, described for people and for catalogues."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from samenspel.agenda.queries import region_record
from samenspel.core.record_json import dumps
from samenspel.core.record_schema import KINDS, Shape, fields_of
from samenspel.deals.queries import deal_tables
from samenspel.delivery.queries import delivery_tables
from samenspel.ledger.queries import head
from samenspel.regions.queries import own_figures
from samenspel.sources.tables import Table, write_tables
from samenspel.sources.workbook import FORMATS, write_workbook
from samenspel.web.dcat import Dataset, Distribution, catalogue
from samenspel.web.exports import digest_of, exported
from samenspel.web.page import Visit, show, visit
from samenspel.web.reading import reading
from samenspel.words.labels import field_label, kind_label


@dataclass(frozen=True, slots=True)
class _File:
    """A download: how it is called, what it is for."""

    url: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class _Table:
    """A kind of record with its fields: (name, label, what it holds)."""

    name: str
    label: str
    fields: list[tuple[str, str, str]]


def open_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what can be taken home, and what it means."""
    seen = visit(request, slug)
    read = reading(request, seen)
    context = {
        "reading": read,
        "files": _files(slug, read.suffix if read else ""),
        "deal_files": _table_files(slug, _deals_name(slug)),
        "progress_files": _table_files(slug, _progress_name(slug)),
        "tables": _tables(),
        "own_figures": bool(own_figures(seen.region.pk)),
    }
    return show(request, "open_data", seen, context, nav="open-data")


def file(request: HttpRequest, slug: str, name: str, kind: str) -> HttpResponse:
    """Send the region's record with the version that is read, or its deals, in one format."""
    seen = visit(request, slug)
    if name not in {slug, *_tables_by_name(slug)} or kind not in FORMATS:
        raise Http404
    if name != slug:
        return _tables_of(request, seen, name, kind)
    read = reading(request, seen)
    number = read.version.number if read else None
    record = region_record(slug, actor=seen.actor, number=number)
    digest = digest_of(dumps(record), kind)
    file_name = f"{slug}{f'-{number}' if number else ''}"
    build = partial(write_workbook, record, kind)
    if read is None or read.version.is_public:
        build = partial(exported, digest, kind, build)
    return _send(request, kind, file_name, digest, build)


def _tables_of(request: HttpRequest, seen: Visit, name: str, kind: str) -> HttpResponse:
    """Send what everyone may read of deals and commitments, or of how it goes, as tables."""
    tables = _tables_by_name(seen.region.slug)[name](seen)
    digest = digest_of(repr(tables), kind)
    write = partial(write_tables, seen.region.title, tables, kind)
    build = partial(exported, digest, kind, write)
    return _send(request, kind, name, digest, build)


def _send(
    request: HttpRequest, kind: str, name: str, digest: str, build: Callable[[], bytes]
) -> HttpResponse:
    """Send a file, unless the visitor has it already."""
    tag = quote_etag(digest)
    if (known := get_conditional_response(request, etag=tag)) is not None:
        return known
    response = HttpResponse(build(), content_type=FORMATS[kind].media_type, headers={"ETag": tag})
    file_name = f"{name}{FORMATS[kind].suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def _deals_name(slug: str) -> str:
    return f"{slug}-afspraken"


def _progress_name(slug: str) -> str:
    return f"{slug}-voortgang"


def _tables_by_name(slug: str) -> dict[str, Callable[[Visit], tuple[Table, ...]]]:
    """Return name of a file -> what is in it."""
    return {
        _deals_name(slug): lambda seen: deal_tables(seen.region.pk, on=seen.on),
        _progress_name(slug): lambda seen: delivery_tables(seen.region.pk),
    }


def dcat(request: HttpRequest, slug: str) -> JsonResponse:
    """Send the description of the region's data for catalogues."""
    seen = visit(request, slug)
    data = catalogue(_dataset(request, seen), _distributions(request, seen))
    return JsonResponse(data, content_type="application/ld+json")


def _files(slug: str, suffix: str) -> list[_File]:
    about = {
        "xlsx": _("Workbook for Excel, with an instruction sheet; can be filled in and imported"),
        "ods": _("The same workbook for LibreOffice"),
        "csv": _("A zip file with one CSV file per table"),
        "json": _("Everything in one text, for programs"),
    }
    return [
        _File(f"{_address(slug, one)}{suffix}", one.upper(), text) for one, text in about.items()
    ]


def _table_files(slug: str, name: str) -> list[_File]:
    about = {
        "xlsx": _("Tables for Excel"),
        "ods": _("The same tables for LibreOffice"),
        "csv": _("A zip file with one CSV file per table"),
        "json": _("Everything in one text, for programs"),
    }
    return [_File(_address(slug, one, name), one.upper(), text) for one, text in about.items()]


def _address(slug: str, kind: str, name: str = "") -> str:
    return reverse("open-data-file", args=[slug, name or slug, kind])


def _tables() -> list[_Table]:
    return [
        _Table(
            kind,
            kind_label(kind),
            [
                (field.name, field_label(kind, field.name), _held(field.shape))
                for field in fields_of(kind)
            ],
        )
        for kind in KINDS
    ]


def _held(shape: Shape) -> str:
    """Return what a field holds, in words."""
    return {
        Shape.TEXT: _("text"),
        Shape.INTEGER: _("whole number"),
        Shape.FLAG: _("yes or no"),
        Shape.DATE: _("date"),
        Shape.DECIMAL: _("number, as text"),
        Shape.TEXTS: _("list of codes"),
        Shape.ROW: _("one record"),
        Shape.ROWS: _("list of records"),
    }[shape]


def _dataset(request: HttpRequest, seen: Visit) -> Dataset:
    last = head(seen.region.slug)
    return Dataset(
        page=request.build_absolute_uri(reverse("open-data", args=[seen.region.slug])),
        home=request.build_absolute_uri(reverse("home")),
        title=seen.region.title,
        about=seen.region.summary,
        modified=timezone.localdate(last.at).isoformat() if last and last.at else "",
    )


def _distributions(request: HttpRequest, seen: Visit) -> list[Distribution]:
    slug = seen.region.slug
    files = [
        Distribution(request.build_absolute_uri(_address(slug, kind)), one.media_type, kind.upper())
        for kind, one in FORMATS.items()
    ]
    files += [
        Distribution(
            request.build_absolute_uri(_address(slug, kind, name)),
            one.media_type,
            f"{label} {kind.upper()}",
        )
        for name, label in (
            (_deals_name(slug), _("Deals and commitments")),
            (_progress_name(slug), _("Progress")),
        )
        for kind, one in FORMATS.items()
    ]
    ledger = request.build_absolute_uri(reverse("ledger-export", args=[slug]))
    return [*files, Distribution(ledger, "application/jsonl", "Ledger")]
