# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule refused an act, and what to do, in one or two plain sentences."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.states import State
from samenspel.core.deals.commitment import Kind
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.states import DealState
from samenspel.core.errors import RuleError
from samenspel.core.limits import shown
from samenspel.core.rights import Act, Role
from samenspel.words.allocation_errors import ALLOCATION_ERRORS
from samenspel.words.allocations import basis_name
from samenspel.words.cashier_errors import CASHIER_ERRORS
from samenspel.words.council_errors import COUNCIL_ERRORS
from samenspel.words.deal_errors import DEAL_ERRORS
from samenspel.words.deals import COMMITMENT_KINDS, DEAL_STATES, RUNGS
from samenspel.words.delivery_errors import DELIVERY_ERRORS
from samenspel.words.formats import euro, long_date
from samenspel.words.funding_errors import FUNDING_ERRORS
from samenspel.words.labels import ACTS, ROLES, STATES, field_label
from samenspel.words.sharing_errors import SHARING_ERRORS

ERRORS: dict[str, Promise] = {
    "address-taken": _(
        "Somebody else logs in with the address %(email)s already. Choose another address, or give "
        "that person the role."
    ),
    "changed-meanwhile": _(
        "Somebody changed this while you were at it. Look at what is there now and do it again."
    ),
    "data-folder-unusable": _(
        "The data folder %(folder)s cannot be used: %(reason)s. "
        "Choose a folder that you may write in with --data."
    ),
    "date-before-reference-tables": _(
        "The reference tables begin on %(first_day)s and say nothing about %(on)s. "
        "Choose a later date."
    ),
    "draft-open": _(
        "There is a draft already. Finish that one first: a region has one draft at a time."
    ),
    "end-put-off": _(
        "The end is %(until)s already and can only come earlier. Choose that day or an earlier one."
    ),
    "has-agenda": _("The region has an agenda already. Edit its draft, or open a new version."),
    "key-taken": _("The code %(key)s is in use already. Choose another code."),
    "ledger-append-only": _(
        "The ledger only grows: what stands in it cannot be changed or deleted. "
        "Add a new entry that corrects it."
    ),
    "login-link-invalid": _(
        "This log-in link is not valid, was used already, or has expired. Ask for a new one."
    ),
    "municipality-merged": _("The municipality of %(name)s is no more. It went on in %(into)s."),
    "no-figures-of-indicator": _("There is no indicator “%(asked)s” in these figures."),
    "no-figures-of-year": _("There are no figures for a profile of %(year)s."),
    "no-profile-of": _("There is no region or municipality with code “%(asked)s”."),
    "no-agenda": _(
        "The region has no agenda yet. "
        "Start one in the workbench, or import a workbook that has one."
    ),
    "not-allowed": _(
        "You have no right to %(act)s here. Ask the programme secretary of the region."
    ),
    "period-backward": _(
        "The period ends on %(until)s, before it begins on %(since)s. Choose a later end."
    ),
    "person-elsewhere": _(
        "This person also has a role in another region. Only the administrator of the installation "
        "can do this."
    ),
    "person-without-account": _(
        "This person has no account and cannot log in. Add an e-mail address first."
    ),
    "preview-too-large": _(
        "This workbook holds more than %(megabytes)s megabytes of text; that is too much to show "
        "and take over here. Import it with the command 'samenspel import'."
    ),
    "region-without-municipalities": _(
        "A region needs at least one municipality. Give the codes of its municipalities."
    ),
    "role-needs-party": _("The role of %(role)s belongs to a party. Choose the party."),
    "secret-key-damaged": _(
        "The secret key in %(file)s is damaged. Put it back from a backup, or delete the file to "
        "make a new key; everybody then has to log in again."
    ),
    "signing-key-damaged": _(
        "The signing key in %(file)s is damaged. Put it back from a copy, or delete the file to "
        "make a new key; the ledger page then shows both."
    ),
    "setting-invalid": _(
        "The setting %(name)s cannot be “%(value)s” (in %(where)s). Expected: %(wanted)s."
    ),
    "setting-unknown": _("There is no setting “%(name)s”."),
    "settings-file-invalid": _("The settings file %(file)s cannot be read: %(reason)s."),
    "settings-file-missing": _(
        "There is no settings file %(file)s. Check the path, or leave it out."
    ),
    "state-not-allowed": _(
        "A version that is %(now)s cannot become %(wanted)s. The page of the version shows which "
        "steps are open."
    ),
    "still-in-use": _(
        "“%(name)s” cannot be removed: an older version or another part still refers to it. "
        "Give it an end date instead."
    ),
    "unknown-item": _("There is no “%(key)s” here; it may have been removed meanwhile."),
    "unknown-mandate": _("There is no such mandate in this region."),
    "unknown-municipality": _("There is no municipality with code “%(asked)s”."),
    "unknown-party": _("There is no party “%(party)s” in this region."),
    "unknown-person": _("There is no such person in this region."),
    "unknown-region": _("There is no region “%(asked)s” here."),
    "unknown-role": _("This role does not exist in the region, or was ended meanwhile."),
    "unknown-version": _("The agenda of this region has no version %(number)s."),
    "version-frozen": _(
        "A version that is %(state)s cannot be changed. Open a new draft for changes."
    ),
    **CASHIER_ERRORS,
    **ALLOCATION_ERRORS,
    **DEAL_ERRORS,
    **COUNCIL_ERRORS,
    **FUNDING_ERRORS,
    **DELIVERY_ERRORS,
    **SHARING_ERRORS,
}
"""Code of a refusal -> what it says to who asked, with what to do."""

_HINTS: dict[str, Promise] = {
    "nearest": _("Did you mean %(nearest)s?"),
    "known": _("Known here: %(known)s."),
}
"""Params that, when there is something in them, add a sentence of their own."""


def explain(error: RuleError) -> str:
    """Return the sentences of *error* in the active language."""
    params = {name: _told(name, value) for name, value in error.params.items()}
    known = error.params.get("known")
    if error.code == "share-basis-unknown" and isinstance(known, list | tuple):
        params["known"] = ", ".join(basis_name(shown(one)) for one in known)
    params.setdefault("asked", params.get("region", ""))
    sentences = [ERRORS[error.code]]
    sentences += [hint for name, hint in _HINTS.items() if params.get(name)]
    return " ".join(str(sentence) % _Params(params) for sentence in sentences)


class _Params(dict[str, str]):
    """Params of which one may be missing: a gap in a sentence beats no sentence."""

    def __missing__(self, name: str) -> str:
        return "?"


def _told(name: str, value: object) -> str:
    """Return a param as people know it: a field by its label, cents as euros."""
    if name == "basis":
        return basis_name(shown(value))
    if name == "field":
        return field_label("", str(value))
    if name.endswith("_cents") and isinstance(value, int):
        return euro(value)
    return _said(value)


_NAMES: Mapping[type, Callable[[Any], object]] = {
    State: lambda state: STATES[state].name,
    Act: lambda act: ACTS[act],
    Role: lambda role: ROLES[role],
    Rung: lambda rung: RUNGS[rung].name,
    DealState: lambda state: DEAL_STATES[state].name,
    Kind: lambda kind: COMMITMENT_KINDS[kind],
}
"""What the code knows by a word of its own -> its name for people."""


def _said(value: object) -> str:
    """Return a value as people know it."""
    if name := _NAMES.get(type(value)):
        return str(name(value))
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    return shown(value, most=500)
