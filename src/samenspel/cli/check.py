# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel check``: what hangs loose in agenda and deals, and how the installation is."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import click

from samenspel.cli.flags import installation_flags, settings
from samenspel.cli.installation import database_file, known_region, open_installation
from samenspel.cli.progress import working
from samenspel.cli.speaking import _, gettext_noop

OTHERS_MAY_READ = 0o077

Loose = list[dict[str, str]]
"""What hangs loose, each with its sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its code, what it found in words, and whether that is in order."""

    check: str
    ok: bool
    text: str


@click.command()
@installation_flags
@click.option("--region", required=True, help="Address of the region, such as 'twente'.")
@click.option("--strict", is_flag=True, help="End with status 1 when anything hangs loose.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def check(context: click.Context, region: str, *, strict: bool, as_json: bool) -> None:
    """
    Show what hangs loose in the agenda and its deals, and check the installation.

    A goal without a measure or a promise past its date is no fault but a question to the parties:
    the status is 0 unless --strict. A broken installation always ends with status 1.
    """
    open_installation()
    known_region(region)
    with working(_("Looking at the agenda")):
        loose = {"orphans": _orphans(region), "deals": _deal_orphans(region)}
    findings = list(_findings(region))
    click.echo(_as_json(loose, findings) if as_json else _as_text(loose, findings))
    broken = not all(finding.ok for finding in findings)
    context.exit(1 if broken or (strict and any(loose.values())) else 0)


def _orphans(region: str) -> Loose:
    """Return what hangs loose in the draft, or for want of one in the version in force."""
    from samenspel.agenda.queries import draft, region_record
    from samenspel.core.agenda.orphans import orphans
    from samenspel.core.rights import INSTALLATION
    from samenspel.words.orphans import advice, says

    version = draft(region, INSTALLATION)
    number = version.number if version else None
    record = region_record(region, actor=INSTALLATION, number=number)
    if record.agenda is None:
        return []
    names = {party.slug: party.name for party in record.parties}
    return [
        asdict(one) | {"text": f"{says(one, names)} {advice(one.code)}"}
        for one in orphans(record.agenda)
    ]


def _deal_orphans(region: str) -> Loose:
    """Return what hangs loose between the agenda that the region lives by and what is promised."""
    from django.utils import timezone

    from samenspel.agenda.queries import region_record
    from samenspel.core.deals.loose import Promises, deal_orphans
    from samenspel.deals.queries import commitments, late
    from samenspel.regions.queries import region as facts_of
    from samenspel.words.deal_orphans import says_of_deals

    place, today = facts_of(region), timezone.localdate()
    agenda = region_record(region).agenda
    rows = commitments(place.pk) if place else []
    past = late(place.pk, rows, on=today) if place else []
    promises = Promises(
        measures=agenda.measures if agenda else (),
        commitments=tuple(row.commitment for row in rows),
        rungs={row.commitment.key: row.rung for row in rows},
        late={one.row.commitment.key for one in past},
        on=today,
    )
    return [asdict(one) | {"text": says_of_deals(one)} for one in deal_orphans(promises)]


def _findings(region: str) -> Iterator[Finding]:
    yield _ledger(region)
    found = settings()
    if not found["database_url"].value:
        from samenspel.cli.sqlite import is_sound

        with working(_("Checking the database")):
            sound = is_sound(database_file(found))
        yield Finding("database", sound, _(_DATABASE[sound]))
        closed = not database_file(found).stat().st_mode & OTHERS_MAY_READ
        yield Finding("files", closed, _(_FILES[closed]))
    yield _address(str(found["host"].value), https=bool(found["https"].value))


_DATABASE = {
    True: gettext_noop("SQLite finds no damage."),
    False: gettext_noop("It is damaged."),
}
_FILES = {
    True: gettext_noop("Only their owner can read the data."),
    False: gettext_noop(
        "Others on this computer can read the database. 'chmod 600' on it closes it."
    ),
}


def _ledger(region: str) -> Finding:
    from samenspel.ledger.queries import newest_head, verify_book

    with working(_("Checking the ledger")):
        signed = newest_head(region)
        fault = verify_book(region, signed.chain_head if signed else None)
    if fault is None:
        return Finding("ledger", ok=True, text=_("All entries of the ledger hold."))
    text = _("Entry %(seq)s of the ledger does not hold. See 'samenspel ledger verify'.")
    return Finding("ledger", ok=False, text=text % {"seq": fault.seq})


def _address(host: str, *, https: bool) -> Finding:
    alone = https or host in {"127.0.0.1", "::1", "localhost"}
    if alone:
        return Finding("address", ok=True, text=_("Pages leave this computer only over HTTPS."))
    text = _(
        "Served on %(host)s without HTTPS: passwords travel in the open. "
        "Put a proxy with a certificate before it and set https = true."
    )
    return Finding("address", ok=False, text=text % {"host": host})


def _as_json(loose: dict[str, Loose], findings: list[Finding]) -> str:
    data: dict[str, Any] = {
        **loose,
        "installation": [asdict(finding) for finding in findings],
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _as_text(loose: dict[str, Loose], findings: list[Finding]) -> str:
    lines = []
    for heading, found in zip(
        (
            _("Hanging loose in the agenda: %(count)s"),
            _("Hanging loose in what is promised: %(count)s"),
        ),
        loose.values(),
        strict=True,
    ):
        lines.append(heading % {"count": len(found) or _("nothing")})
        lines += [f"  {one['text']}" for one in found]
    lines.append(_("Installation:"))
    marks = {True: _("ok "), False: _("NOT")}
    lines += [f"  {marks[finding.ok]}  {finding.text}" for finding in findings]
    return "\n".join(lines)
