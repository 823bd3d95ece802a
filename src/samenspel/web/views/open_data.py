# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything of a region as files, described for people and for catalogues."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.agenda.queries import region_record
from samenspel.core.record_json import dumps
from samenspel.core.record_schema import KINDS, Shape, fields_of
from samenspel.councils.queries import council_tables
from samenspel.deals.queries import deal_tables
from samenspel.delivery.queries import delivery_tables
from samenspel.funding.queries import cash_book, cash_tables, plan_tables
from samenspel.funding.queries.allocation_tables import allocation_tables
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
        "sets": [
            {"id": name, "title": title, "about": about, "files": _set_files(slug, name)}
            for name, (title, about, _tables) in _SETS.items()
        ],
        "tables": _tables(),
        "own_figures": bool(own_figures(seen.region.pk)),
    }
    return show(request, "open_data", seen, context)


def file(request: HttpRequest, slug: str, name: str, kind: str) -> HttpResponse:
    """Send the region's record with the version that is read, or its deals, in one format."""
    seen = visit(request, slug)
    found = name.removeprefix(f"{slug}-") if name != slug else ""
    if (name != slug and (found not in _SETS or found == name)) or kind not in FORMATS:
        raise Http404
    if found:
        return _set(request, seen, found, kind)
    read = reading(request, seen)
    number = read.version.number if read else None
    record = region_record(slug, actor=seen.actor, number=number)
    digest = digest_of(dumps(record), kind)
    file_name = f"{slug}{f'-{number}' if number else ''}"
    build = partial(write_workbook, record, kind)
    if read is None or read.version.is_public:
        build = partial(exported, digest, kind, build)
    return send(request, kind, file_name, digest, build)


def _set(request: HttpRequest, seen: Visit, name: str, kind: str) -> HttpResponse:
    """Send a set of tables that everyone may read."""
    tables = _SETS[name][2](seen)
    digest = digest_of(repr(tables), kind)
    write = partial(write_tables, seen.region.title, tables, kind)
    build = partial(exported, digest, kind, write)
    return send(request, kind, f"{seen.region.slug}-{name}", digest, build)


def send(
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


def _set_files(slug: str, name: str) -> list[_File]:
    about = {
        "xlsx": _("Tables for Excel"),
        "ods": _("The same tables for LibreOffice"),
        "csv": _("A zip file with one CSV file per table"),
        "json": _("Everything in one text, for programs"),
    }
    return [
        _File(_address(slug, one, f"{slug}-{name}"), one.upper(), text)
        for one, text in about.items()
    ]


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
            request.build_absolute_uri(_address(slug, kind, f"{slug}-{name}")),
            one.media_type,
            f"{title} {kind.upper()}",
        )
        for name, (title, _about, _tables) in _SETS.items()
        for kind, one in FORMATS.items()
    ]
    ledger = request.build_absolute_uri(reverse("ledger-export", args=[slug]))
    return [*files, Distribution(ledger, "application/jsonl", "Ledger")]


_SETS: Mapping[str, tuple[Promise, Promise, Callable[[Visit], tuple[Table, ...]]]] = {
    "afspraken": (
        gettext_lazy("Deals and commitments"),
        gettext_lazy(
            "What parties promised, who signed and with what reservation, how far it is and who "
            "left. A promise is an act of its party, so these files cannot be imported."
        ),
        lambda seen: deal_tables(seen.region.pk, on=seen.on),
    ),
    "geldplan": (
        gettext_lazy("Funding plan"),
        gettext_lazy(
            "Sources of money with their rules, every line, what each puts into which year, and "
            "what the tests of the co-financing say. Sources and lines can be read back."
        ),
        lambda seen: plan_tables(seen.region.pk, seen.region.slug, on=seen.on),
    ),
    "verdeling": (
        gettext_lazy("Who pays what"),
        gettext_lazy(
            "Allocations with what every party is asked and pays by year, the figures by which "
            "they divide, and scenarios. Amounts are in euros."
        ),
        lambda seen: allocation_tables(seen.region.pk),
    ),
    "kas": (
        gettext_lazy("The cash"),
        gettext_lazy(
            "Every payment with its lines of the plan, what each source has left, the forecast, "
            "the years for SiSa, and a sheet that shows that the totals tie. Amounts are in euros."
        ),
        lambda seen: cash_tables(cash_book(seen.region.pk, seen.region.slug, on=seen.on)),
    ),
    "raden": (
        gettext_lazy("Councils"),
        gettext_lazy(
            "When councils and boards meet, what councils were asked, by when, and what they "
            "decided."
        ),
        lambda seen: council_tables(seen.region.pk),
    ),
    "voortgang": (
        gettext_lazy("Progress"),
        gettext_lazy(
            "What owners said of their measures in every period, the figures of goals with their "
            "source, and the reports that were frozen."
        ),
        lambda seen: delivery_tables(seen.region.pk),
    ),
}
"""End of the name of a file -> what it is called, what it is about, and what is in it."""
