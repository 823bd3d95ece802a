# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The receipt of a signature in a format: JSON to check, PDF to read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from samenspel.core.receipt import Receipt
    from samenspel.regions.queries import RegionFacts

Command = TypeVar("Command", bound=Callable[..., object])


def receipt_flags(command: Command) -> Command:
    """Add ``--format`` to a command."""
    return click.option(
        "--format", "kind", type=click.Choice(("json", "pdf")), default="json", show_default=True
    )(command)


def written(receipt: "Receipt", place: "RegionFacts", kind: str) -> bytes:
    """Return the receipt as ``json`` or ``pdf``, in the language of the command line."""
    from samenspel.core.receipt import to_text
    from samenspel.documents.receipt import receipt_document
    from samenspel.documents.report import report_pdf
    from samenspel.parties.queries import parties
    from samenspel.words.receipt import about_receipt

    if kind == "json":
        return to_text(receipt, about_receipt()).encode()
    names = {party.slug: party.name for party in parties(place.pk)}
    return report_pdf(receipt_document(receipt, names))
