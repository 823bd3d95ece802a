# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The acts on the ledger, in a few words each."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.words.labels import kind_label

_VERBS: dict[str, Promise] = {
    "added": _("%(thing)s added"),
    "changed": _("%(thing)s changed"),
    "removed": _("%(thing)s removed"),
}

_OTHER: dict[str, Promise] = {
    "region-started": _("region started"),
    "order-changed": _("order changed"),
    "figures-loaded": _("own figures loaded"),
    "version-started": _("new draft opened"),
    "version-moved": _("version moved to another state"),
    "version-adopted": _("version adopted"),
    "person-added": _("person added"),
    "person-changed": _("personal data corrected"),
    "person-erased": _("personal data erased"),
    "role-given": _("role given"),
    "role-ended": _("role ended"),
    "mandate-given": _("mandate given"),
    "mandate-ended": _("mandate ended"),
    "login-link-given": _("log-in link given"),
    "commitment-moved": _("commitment put on another step"),
    "commitment-explained": _("commitment past its date explained"),
    "condition-settled": _("condition met or not met"),
    "deal-proposed": _("deal proposed to the parties"),
    "deal-retracted": _("proposed deal retracted"),
    "deal-signed": _("deal signed"),
    "signature-taken-back": _("signature taken back"),
    "deal-left": _("withdrawn from a deal"),
    "funding-line-moved": _("funding line put on another step"),
    "allocation-frozen": _("allocation put to a decision"),
    "allocation-decided": _("decision on an allocation recorded"),
    "scenario-published": _("scenario published"),
    "cashier-set": _("cashier named"),
    "payment-recorded": _("payment recorded"),
    "payment-corrected": _("payment taken back by a counter-entry"),
    "payments-imported": _("payments imported"),
    "sisa-columns-set": _("columns of a SiSa table set"),
    "sisa-answered": _("SiSa table filled in"),
    "sisa-year-locked": _("year of a SiSa table locked"),
    "sisa-year-reopened": _("year of a SiSa table opened again"),
    "calendar-rules-changed": _("rules of the calendar changed"),
    "board-day-cancelled": _("day of the board cancelled"),
    "moment-cancelled": _("decision moment cancelled"),
    "position-changed": _("how far a council is, changed"),
    "schedule-changed": _("schedule of questions changed"),
    "progress-asked": _("owners asked how it goes"),
    "progress-link-revoked": _("link to answer withdrawn"),
    "progress-link-renewed": _("new link to answer given"),
    "progress-mail-switched": _("mail switched on or off"),
    "progress-reported": _("progress reported"),
    "observations-recorded": _("figures of a goal recorded"),
    "report-frozen": _("progress report frozen"),
}


def act_label(kind: str) -> str:
    """Return what an entry of *kind* is about, with a capital: ``Measure changed``."""
    if kind in _OTHER:
        return capfirst(str(_OTHER[kind]))
    thing, _hyphen, verb = kind.rpartition("-")
    return str(_VERBS[verb]) % {"thing": kind_label(thing)}
