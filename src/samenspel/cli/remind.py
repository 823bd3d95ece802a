# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel remind``: ask owners how their measures go, as far as that is due."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.problems import Problem
from samenspel.cli.site import site
from samenspel.cli.speaking import _
from samenspel.core.rights import INSTALLATION

if TYPE_CHECKING:
    from samenspel.delivery.queries import Plan
    from samenspel.delivery.services.asking import Mail
    from samenspel.documents.progress_mail import Letter
    from samenspel.regions.queries import RegionFacts


@click.command()
@installation_flags
@click.option("--region", default="", help="Only this region.")
@click.option("--at", "given", default="", help="As of this moment, such as 2026-07-01T08:00.")
@click.option("--dry-run", is_flag=True, help="Show what is due; send and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def remind(region: str, given: str, *, dry_run: bool, as_json: bool) -> int:
    """
    Mail the owners of measures who are to be asked or reminded, each once.

    Let a timer run it every day; after a standstill it catches up and repeats nothing. Ends with 1
    when a mail was not taken by the mail server.
    """
    open_installation()
    from samenspel.regions.queries import regions

    at = _moment(given)
    if region:
        known_region(region)
    places = [one for one in regions() if region in {"", one.slug}]
    if dry_run:
        _show([(place, _planned(place, at)) for place in places], as_json=as_json)
        return 0
    lines = [line for place in places for line in _send(place, at, site())]
    if as_json:
        click.echo(json.dumps(lines, indent=2, ensure_ascii=False))
    else:
        _tell(lines)
    return int(any(line["failed"] for line in lines))


def _moment(given: str) -> datetime:
    from django.utils import timezone

    if not given:
        return timezone.now()
    try:
        found = datetime.fromisoformat(given)
    except ValueError as error:
        told = _("'%(given)s' is no moment. Write it as 2026-07-01T08:00.") % {"given": given}
        raise Problem(told) from error
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _planned(place: "RegionFacts", at: datetime) -> "Plan | None":
    from django.utils.timezone import localdate

    from samenspel.delivery.queries import planned

    return planned(place.slug, place.pk, localdate(at))


def _send(place: "RegionFacts", at: datetime, address: str) -> list[dict[str, Any]]:
    """
    Write down what is due in a region and mail it, with links that begin with *address*.

    The mail server is reached before anything is written, so that a server that is away costs
    nobody a question.
    """
    from django.conf import settings
    from django.core.mail import get_connection
    from django.db import transaction
    from django.utils.translation import override

    from samenspel.delivery.services import confirm_sent, plan_mail
    from samenspel.documents.progress_mail import progress_letter

    plan = _planned(place, at)
    if plan is None or not plan.due:
        return []
    server = get_connection()
    try:
        server.open()
    except OSError as error:
        told = _("the mail server cannot be reached: %(error)s. Nothing was sent.")
        raise Problem(told % {"error": error}) from error
    found = []
    # A letter that cannot be written leaves nothing behind.
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        mails = plan_mail(region=place.slug, actor=INSTALLATION, at=at, key=settings.LINK_KEY)
        letters = [(one, progress_letter(one, place.title, address)) for one in mails]
    for mail, letter in letters:
        failed = _mailed(server, mail.email, letter)
        confirm_sent(mail=mail, at=at, failed=failed)
        found.append(_line(place.slug, mail, failed))
    server.close()
    return found


def _mailed(server: Any, to: str, letter: "Letter") -> str:
    """Send a mail; return why it was not taken, empty when it was."""
    from django.core.mail import EmailMultiAlternatives

    headers = {"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{letter.off}>"}
    message = EmailMultiAlternatives(
        letter.subject, letter.text, to=[to], connection=server, headers=headers
    )
    message.attach_alternative(letter.html, "text/html")
    try:
        message.send()
    except OSError as error:  # what a mail server says is one too
        return str(error) or type(error).__name__
    return ""


def _line(region: str, mail: "Mail", failed: str) -> dict[str, Any]:
    return {
        "region": region,
        "to": mail.email,
        "period": mail.period.code,
        "measures": {one.measure: str(one.kind) for one in mail.questions},
        "failed": failed,
    }


def _tell(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        what = ", ".join(f"{key} ({kind})" for key, kind in line["measures"].items())
        not_sent = _("not sent")
        end = f" - {not_sent}: {line['failed']}" if line["failed"] else ""
        click.echo(f"{line['region']}: {line['to']}: {what}{end}", err=True)
    sent = sum(not line["failed"] for line in lines)
    click.echo(_("Mails sent: %(count)s") % {"count": sent}, err=True)


def _show(found: "list[tuple[RegionFacts, Plan | None]]", *, as_json: bool) -> None:
    rows = [
        {
            "region": place.slug,
            "period": one.period.code,
            "measure": one.measure,
            "kind": str(one.kind),
            "person": one.person,
        }
        for place, plan in found
        if plan
        for one in plan.due
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    click.echo(_("Due: %(count)s") % {"count": len(rows)})
    for row in rows:
        click.echo(f"  {row['region']}: {row['measure']} ({row['kind']}), {row['period']}")
