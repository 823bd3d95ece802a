# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Signed heads of the ledger and receipts: what others keep, to hold the keeper to it."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.core import receipt as receipts
from samenspel.core.tree_head import TreeHead, to_text
from samenspel.ledger import queries
from samenspel.ledger.services import head_over, recent_head
from samenspel.web.page import Visit, visit
from samenspel.words.formats import short_date
from samenspel.words.receipt import about_receipt

MOST, SHOWN = 100, 5
"""Heads in the feed and on the page; older ones are in the API."""


def newest(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the newest signed head as one line, as ``ledger verify`` takes it."""
    found = signed_head(visit(request, slug))
    if found is None:
        raise Http404
    return _download(f"{to_text(found)}\n", f"{slug}-head-{found.size}.json")


def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the signed heads, newest first, to whoever follows them."""
    seen = visit(request, slug)
    signed_head(seen)
    page = request.build_absolute_uri(reverse("ledger", args=[slug]))
    title = _("Signed heads of the ledger of %(region)s") % {"region": seen.region.title}
    atom = Atom1Feed(
        title=title,
        link=page,
        description="",
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
        author_name=seen.region.title,
    )
    for head in queries.signed_heads(slug, slice(MOST)):
        at = datetime.fromisoformat(head.at)
        atom.add_item(
            title=_("%(size)s entries, root %(root)s") % {"size": head.size, "root": head.root},
            link=page,
            description=to_text(head),
            unique_id=f"{page}#{head.size}-{head.key[:16]}",
            pubdate=at,
            updateddate=at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml")


def receipt(request: HttpRequest, slug: str, seq: int) -> HttpResponse:
    """Send an entry with the proof that it is in the ledger."""
    seen = visit(request, slug)
    under = head_over(book=slug, seq=seq, key=settings.LEDGER_KEY, at=seen.at)
    if under is None:
        raise Http404
    found = queries.receipt(slug, seq, under)
    return _download(receipts.to_text(found, about_receipt()), f"{slug}-{seq}.json")


@dataclass(frozen=True, slots=True)
class HeadView:
    """A signed head ready to be shown."""

    iso: str
    day: str
    moment: str
    size: int
    root: str
    key: str


def view_heads(seen: Visit) -> list[HeadView]:
    """Return the newest signed heads of the region that is visited, ready to be shown."""
    return [_view(head) for head in queries.signed_heads(seen.region.slug, slice(SHOWN))]


def _view(head: TreeHead) -> HeadView:
    at = timezone.localtime(datetime.fromisoformat(head.at))
    iso, day = at.isoformat(timespec="minutes"), short_date(at)
    return HeadView(iso, day, formatted(at, "H:i"), head.size, head.root, head.key)


def signed_head(seen: Visit) -> TreeHead | None:
    """Return the newest signed head of the region that is visited, signed now if it is time."""
    return recent_head(book=seen.region.slug, key=settings.LEDGER_KEY, at=seen.at)


def _download(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
