# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region as a document to take home."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation

from samenspel.core.profile.report import Subject
from samenspel.documents.html import report_html
from samenspel.documents.profile import Asked, profile_document
from samenspel.documents.report import report_pdf
from samenspel.sources.in_use import kept
from samenspel.sources.profiles import profile, scales
from samenspel.words.own_figures import OwnTheme

MEDIA_TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf"}
KEPT = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Of whom a document is made, the first the one it is about; of which figure and year.

    ``own`` are the figures of the region's own.
    """

    subjects: tuple[Subject, ...]
    year: int
    shown: str
    language: str
    made: date
    own: OwnTheme | None


@kept(KEPT)
def document(wanted: Wanted, kind: str) -> bytes:
    """Return the document as ``html`` or ``pdf``; kept, for the same day it is the same."""
    found = tuple(profile(one, wanted.year) for one in wanted.subjects)
    asked = Asked(found, scales(wanted.shown, wanted.year), wanted.shown, wanted.own)
    with translation.override(wanted.language):
        whole = profile_document(asked, made=wanted.made)
        return report_pdf(whole) if kind == "pdf" else report_html(whole).encode()
