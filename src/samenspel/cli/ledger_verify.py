# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel ledger verify``: whether the record still holds, with nothing but the file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.problems import Problem
from samenspel.cli.progress import bar
from samenspel.cli.speaking import _, gettext_noop
from samenspel.core.chain import LONGEST_LINE, Fault, Head, Verdict, parse_head
from samenspel.core.receipt import LARGEST, flaw, parse
from samenspel.core.signing import parse_key
from samenspel.core.tree_head import TreeHead
from samenspel.core.tree_head import parse as parse_signed
from samenspel.core.verification import Outcome, verify_export

Published = Head | TreeHead | None

_existing = click.Path(exists=True, dir_okay=False, path_type=Path)
_key = click.option("--key", "trusted", help="The public key you trust: itself, or a file with it.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_AT_ONCE = 1000
"""Lines between two steps of a bar."""


@click.command()
@installation_flags
@click.argument("file", required=False, type=_existing)
@click.option("--region", help="Verify the database itself, for this region.")
@click.option(
    "--head",
    "given",
    help="A head you kept: 42:<digest>, or a signed one, itself or a file with it.",
)
@_key
@_json
@click.pass_context
def verify(
    context: click.Context,
    file: Path | None,
    region: str | None,
    given: str | None,
    trusted: str | None,
    *,
    as_json: bool,
) -> None:
    """
    Find the first entry that does not hold, in an exported FILE or in the database.

    Ends with status 1 when there is one. A FILE needs no installation and no network.
    """
    if bool(file) is bool(region):
        raise Problem(_("give either an exported FILE or --region."))
    published, key = _published(given), _trusted(trusted)
    if key and not isinstance(published, TreeHead):
        raise Problem(_("--key is for a signed --head; give one."))
    held = (published, key)
    outcome = _of_file(file, *held) if file else _of_database(str(region), *held)
    told = _data(outcome, published) if as_json else _told(outcome, published, key)
    click.echo(json.dumps(told) if as_json else told)
    context.exit(1 if outcome.fault else 0)


@click.command()
@click.argument("file", type=_existing)
@_key
@click.option("--head", "given", help="A signed head you kept, which the receipt must join on to.")
@_json
@click.pass_context
def verify_receipt(
    context: click.Context, file: Path, trusted: str | None, given: str | None, *, as_json: bool
) -> None:
    """
    Check that a receipt proves its entry; with nothing but the FILE.

    Ends with status 1 when it does not.
    """
    kept, key = _published(given), _trusted(trusted)
    if isinstance(kept, Head):
        raise Problem(_("--head: a receipt is held to a signed head, not to a number and digest."))
    with file.open("rb") as source:
        text = source.read(LARGEST + 1)
    try:
        receipt = parse(text)
    except ValueError as error:
        refusal = _("there is no receipt in %(file)s: %(error)s.")
        raise Problem(refusal % {"file": file, "error": error}) from error
    found = flaw(receipt, key, kept)
    head = receipt.head
    if as_json:
        data = {"holds": found is None, "flaw": found and str(found), "seq": receipt.entry.seq}
        click.echo(json.dumps({**data, "head": head_data(head.chain_head), "key": head.key}))
    elif found:
        click.echo(_("The receipt does not hold: %(why)s") % {"why": _(_FLAWS[found])})
    else:
        told = _("Entry %(seq)s is in the ledger of %(book)s.")
        click.echo(told % {"seq": receipt.entry.seq, "book": head.book})
        click.echo(_signature(head, key))
    context.exit(1 if found else 0)


def head_data(head: Head) -> dict[str, Any]:
    """Return a head as JSON has it."""
    return {"seq": head.seq, "digest": head.digest}


def _published(given: str | None) -> Published:
    if given is None:
        return None
    text = _text(given)
    try:
        return parse_signed(text) if text.startswith("{") else parse_head(text)
    except ValueError as error:
        refusal = _("--head: %(error)s. See 'samenspel ledger head'.")
        raise Problem(refusal % {"error": error}) from error


def _trusted(given: str | None) -> bytes | None:
    if given is None:
        return None
    try:
        return parse_key(_text(given))
    except ValueError as error:
        raise Problem(_("--key: %(error)s, or a file with them.") % {"error": error}) from error


def _text(given: str) -> str:
    """Return what was given, or what stands in the file of that name."""
    if given.startswith("{") or len(given) > 200 or not Path(given).is_file():  # noqa: PLR2004
        return given.strip()
    with Path(given).open("rb") as file:
        return file.read(LONGEST_LINE).decode(errors="replace").strip()


def _of_file(file: Path, published: Published, key: bytes | None) -> Outcome:
    with file.open("rb") as source, bar(_("Checking"), file.stat().st_size) as shown:

        def lines() -> Iterator[bytes]:
            count = size = 0
            while line := source.readline(LONGEST_LINE + 1):
                yield line
                count, size = count + 1, size + len(line)
                if count == _AT_ONCE:
                    shown.update(size)
                    count = size = 0

        return verify_export(lines(), published, key)


def _of_database(region: str, published: Published, key: bytes | None) -> Outcome:
    """Look at the columns that people search as well."""
    from samenspel.cli.installation import known_region, open_installation

    open_installation()
    known_region(region)
    from samenspel.ledger import queries

    outcome = verify_export(queries.export_lines(region), published, key)
    last = queries.head(region)
    with bar(_("Checking"), last.seq if last else 0) as shown:
        verdict = queries.examine_book(region, step=lambda: shown.update(1))
    if verdict.fault and not (outcome.fault and outcome.fault.seq <= verdict.fault.seq):
        return Outcome(verdict.head, verdict.fault, outcome.root)
    return outcome


def _told(outcome: Outcome, published: Published, key: bytes | None) -> str:
    if outcome.fault:
        reason = outcome.fault.reason
        said = _OF_HEAD if reason == "wrong-key" else _OF_ENTRY
        return _(said) % {"seq": outcome.fault.seq, "why": _(_REASONS[reason])}
    if not outcome.head.seq:
        return _("No entries.")
    held = _("All %(count)s entries hold. Head: %(head)s\nRoot: %(root)s") % {
        "count": outcome.head.seq,
        "head": outcome.head,
        "root": outcome.root,
    }
    return f"{held}\n{_signature(published, key)}" if isinstance(published, TreeHead) else held


def _signature(head: TreeHead, key: bytes | None) -> str:
    said = _SIGNED if key else _SIGNED_BY_SOME_KEY
    return _(said) % {"size": head.size, "at": head.at, "key": head.key}


def _data(outcome: Outcome, published: Published) -> dict[str, Any]:
    signed = published if isinstance(published, TreeHead) else None
    return {
        **_verdict_data(outcome),
        "root": outcome.root,
        "key": signed.key if signed else None,
    }


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "holds": verdict.fault is None,
        "head": head_data(verdict.head),
        "fault": _fault_data(verdict.fault) if verdict.fault else None,
    }


def _fault_data(fault: Fault) -> dict[str, Any]:
    return {"seq": fault.seq, "reason": str(fault.reason)}


_OF_ENTRY = gettext_noop("Entry %(seq)s does not hold: %(why)s")
_OF_HEAD = gettext_noop("Head over entry %(seq)s does not hold: %(why)s")
_SIGNED = gettext_noop("Entries 1 to %(size)s were signed at %(at)s with key %(key)s.")
_SIGNED_BY_SOME_KEY = gettext_noop(
    "Entries 1 to %(size)s were signed at %(at)s with key %(key)s: look whether that is the key "
    "the region publishes."
)

_REASONS = {
    "changed": gettext_noop("its content was changed after it was sealed."),
    "dropped": gettext_noop("it is not there, though later ones are."),
    "reordered": gettext_noop("it stands further on, after later ones."),
    "inserted": gettext_noop(
        "in its place stands one that was slipped in, or a copy of an earlier one."
    ),
    "unlinked": gettext_noop("it was sealed after another entry than the one before it."),
    "forked": gettext_noop(
        "it is not the entry of the head; there or before, history was written anew."
    ),
    "cut-off": gettext_noop("the record ends before the head."),
    "malformed": gettext_noop("that line is no entry, or only part of one."),
    "not-canonical": gettext_noop("it says the same in another text than the one that was sealed."),
    "copy-changed": gettext_noop("the columns that people search differ from the sealed text."),
    "other-book": gettext_noop("it is of another region than the head."),
    "wrong-key": gettext_noop("it was not signed with the key it names, or not with yours."),
}

_FLAWS = {
    "wrong-key": gettext_noop("a head was not signed with the key it names, or not with yours."),
    "changed": gettext_noop("the entry was changed after it was sealed."),
    "other-text": gettext_noop("the text is not the one that was signed."),
    "other-book": gettext_noop("the entry and the heads are not of one region."),
    "not-in-tree": gettext_noop("the entry is not among those of the signed head."),
    "not-consistent": gettext_noop("the ledger of its head does not begin with the older one."),
}
