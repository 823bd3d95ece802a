# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel user``: who may log in, and as what."""

import json
import sys
from datetime import timedelta
from typing import Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.problems import Problem
from samenspel.cli.site import site
from samenspel.cli.speaking import _
from samenspel.core.rights import INSTALLATION, Role

LINK_WORKS = timedelta(hours=24)


@click.group(no_args_is_help=False)
def user() -> None:
    """Add people with their role, give them a link to log in, correct and erase their data."""


@user.command()
@installation_flags
@click.argument("email")
@click.option("--name", required=True, help="Their name.")
@click.option("--region", required=True, help="Address of the region, such as 'twente'.")
@click.option(
    "--role", required=True, type=click.Choice([str(role) for role in Role]), help="What they are."
)
@click.option("--party", default="", help="Address of their party; leave out for the whole region.")
def add(email: str, name: str, region: str, role: str, party: str) -> None:
    """Add a person with a role in a region, from today on."""
    open_installation()
    from django.db import transaction
    from django.utils import timezone

    from samenspel.parties.services import add_person, give_role

    known_region(region)
    at = timezone.now()
    with transaction.atomic():
        person_id = add_person(
            region=region, name=name, email=_address(email), actor=INSTALLATION, at=at
        )
        give_role(
            region=region,
            person_id=person_id,
            role=Role(role),
            party=party,
            since=timezone.localdate(at),
            actor=INSTALLATION,
            at=at,
        )
    told = _("Added: %(email)s is %(role)s. 'samenspel user link %(email)s' makes a log-in link.")
    click.echo(told % {"email": email, "role": role})


@user.command()
@installation_flags
@click.argument("email")
def link(email: str) -> None:
    """Print a link with which a person logs in once, within a day."""
    open_installation()
    from django.utils import timezone

    from samenspel.parties.queries import region_with
    from samenspel.parties.services import give_login_link

    person_id, at = _person(email), timezone.now()
    region = region_with(person_id, timezone.localdate(at))
    if region is None:
        raise _without_role(email)
    token = give_login_link(
        region=region, person_id=person_id, actor=INSTALLATION, at=at, valid=LINK_WORKS
    )
    click.echo(f"{site()}/inloggen/eenmalig/{token}/")


@user.command()
@installation_flags
@click.argument("email")
@click.option("--name", default="", help="Their right name.")
@click.option("--email", "new", default="", help="The right address, to log in with from now on.")
def change(email: str, name: str, new: str) -> None:
    """Correct the name or the address of a person, in every region."""
    open_installation()
    from django.utils import timezone

    from samenspel.parties.services import change_person

    if not (name.strip() or new):
        raise Problem(_("nothing to correct. Give the right --name, the right --email or both."))
    person_id = _person(email)
    change_person(
        region=_region(person_id, email),
        person_id=person_id,
        name=name,
        email=_address(new) if new else "",
        actor=INSTALLATION,
        at=timezone.now(),
    )
    click.echo(_("Corrected: %(email)s. Roles stay as they were.") % {"email": new or email})


@user.command()
@installation_flags
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(email: str, *, yes: bool) -> None:
    """Erase name, address and account of a person, in every region; this cannot be undone."""
    open_installation()
    from django.utils import timezone

    from samenspel.parties.services import erase_person

    person_id = _person(email)
    region = _region(person_id, email)
    if not (yes or _agreed(email)):
        click.echo(_("Nothing was erased."))
        return
    erase_person(region=region, person_id=person_id, actor=INSTALLATION, at=timezone.now())
    click.echo(_("Erased. What this person did stays on the ledger, under the reference alone."))


@user.command("list")
@installation_flags
@click.option("--region", help="Only this region.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(region: str | None, *, as_json: bool) -> None:
    """Show who has which role."""
    open_installation()
    if region:
        known_region(region)
    rows = _roles(region)
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        who = f"{row['name']} <{row['email']}>" if row["name"] else _("an erased person")
        what = _("%(role)s of %(whom)s") % {
            "role": row["role"],
            "whom": row["party"] or row["region"],
        }
        click.echo(
            f"{row['region']}: {who}, {what}, {row['since']} - {row['until'] or ''}".rstrip(" -")
        )


def _roles(only: str | None) -> list[dict[str, Any]]:
    from samenspel.parties.queries import assignments
    from samenspel.regions.queries import regions

    return [
        {
            "region": place.slug,
            "name": held.person.name,
            "email": held.person.email,
            "role": held.role,
            "party": held.party.slug if held.party else "",
            "since": held.since.isoformat(),
            "until": held.until.isoformat() if held.until else None,
        }
        for place in regions()
        if only in (None, place.slug)
        for held in assignments(place.pk, INSTALLATION)
    ]


def _person(email: str) -> int:
    from samenspel.parties.queries import person_with

    person_id = person_with(_address(email))
    if person_id is None:
        refusal = _("nobody here has the address %(email)s. Add them with 'samenspel user add'.")
        raise Problem(refusal % {"email": email})
    return person_id


def _region(person_id: int, email: str) -> str:
    """Return a region to act in for somebody; roles that have ended count too."""
    from samenspel.parties.queries import region_known_in

    region = region_known_in(person_id)
    if region is None:
        raise _without_role(email)
    return region


def _without_role(email: str) -> Problem:
    refusal = _("%(email)s has no role in a region. Give them one with 'samenspel user add'.")
    return Problem(refusal % {"email": email})


def _agreed(email: str) -> bool:
    if not sys.stdin.isatty():
        raise Problem(_("nobody is there to answer. Add --yes to erase."))
    return click.confirm(_("Erase who %(email)s is? This cannot be undone.") % {"email": email})


def _address(email: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError as error:
        raise Problem(_("'%(email)s' is not an e-mail address.") % {"email": email}) from error
    return email
