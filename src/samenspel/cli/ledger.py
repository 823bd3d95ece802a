# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel ledger``: the record of acts, its signed heads, and proofs to take along."""

import json
import sys
from typing import Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.ledger_verify import head_data, verify, verify_receipt
from samenspel.cli.problems import Problem
from samenspel.cli.progress import bar, working
from samenspel.cli.speaking import _
from samenspel.core import receipt
from samenspel.core.signing import public_key
from samenspel.core.tree_head import TreeHead, to_text

_region = click.option("--region", required=True, help="Address of the region, such as 'twente'.")
_output = click.option(
    "--output", type=click.File("wb", lazy=True), default="-", help="File; else stdout."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(no_args_is_help=False)
def ledger() -> None:
    """Show, export, sign and verify the record of acts of a region."""


ledger.add_command(verify)
ledger.add_command(verify_receipt)


@ledger.command()
@installation_flags
@_region
@click.option("--signed", is_flag=True, help="Print it signed, with the root of all entries.")
@_json
def head(region: str, *, signed: bool, as_json: bool) -> None:
    """
    Print the number and digest of the last entry; publish it to be held to it.

    With --signed it is one line of JSON, which 'ledger verify' takes as --head.
    """
    _open(region)
    from samenspel.ledger import queries

    if signed:
        click.echo(to_text(_signed(region)))
        return
    last = queries.head(region)
    if as_json:
        click.echo(json.dumps(head_data(last) if last else None))
    else:
        click.echo(str(last) if last else _("No entries yet."))


@ledger.command()
@installation_flags
@click.option("--region", help="Address of the region, such as 'twente'; else every region.")
def sign(region: str | None) -> None:
    """
    Sign the head of what is new, and print each as one line of JSON.

    It is published on the ledger page and in its feed. Whoever looks there has one signed at most
    once an hour as well; run this by a timer to mail heads to others.
    """
    open_installation()
    from samenspel.ledger.queries import head as last_entry
    from samenspel.regions.queries import regions

    if region:
        known_region(region)
    for slug in [region] if region else [one.slug for one in regions()]:
        if last_entry(slug):
            click.echo(to_text(_signed(slug)))


@ledger.command()
@installation_flags
def key() -> None:
    """Print the public key with which heads are signed; publish it."""
    open_installation()
    click.echo(public_key(_private_key()).hex())


@ledger.command()
@installation_flags
@_region
@_output
def export(region: str, output: Any) -> None:
    """Write all entries, one JSON line each, as 'ledger verify' reads them."""
    _open(region)
    from samenspel.ledger import queries

    on_screen = output.name == "-" and sys.stdout.isatty()
    last = queries.head(region)
    with bar(_("Writing"), last.seq if last else 0, hidden=on_screen) as shown:
        for line in queries.export_lines(region):
            output.write(line)
            shown.update(1)


@ledger.command()
@installation_flags
@_region
@click.option("--entry", type=click.IntRange(1), required=True, help="Number of the entry.")
@click.option(
    "--from",
    "older",
    type=click.IntRange(1),
    help="Show as well that the book begins with its first so many entries.",
)
@_output
def proof(region: str, entry: int, older: int | None, output: Any) -> None:
    """
    Write a receipt: an entry with the proof that it is in the ledger, as JSON.

    'ledger verify-receipt' checks it without the ledger.
    """
    _open(region)
    from samenspel.ledger import queries
    from samenspel.words.receipt import about_receipt

    with working(_("Making the proof")):
        under = _signed(region)
        try:
            found = queries.receipt(region, entry, under, older)
        except ValueError as error:
            refusal = _(
                "the ledger of %(region)s has %(size)s entries: "
                "--entry and --from are numbers from 1 to that."
            )
            raise Problem(refusal % {"region": region, "size": under.size}) from error
    output.write(receipt.to_text(found, about_receipt()).encode())


def _open(region: str) -> None:
    open_installation()
    known_region(region)


def _signed(region: str) -> TreeHead:
    """Return the head over all entries, signed now if it was not."""
    from django.utils import timezone

    from samenspel.ledger.services import sign_head

    found = sign_head(book=region, key=_private_key(), at=timezone.now())
    if found is None:
        raise Problem(_("the ledger of %(region)s has no entries yet.") % {"region": region})
    return found


def _private_key() -> bytes:
    from django.conf import settings

    private: bytes = settings.LEDGER_KEY
    return private
