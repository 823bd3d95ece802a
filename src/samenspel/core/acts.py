# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The kinds of entry in the ledger: what can be done to what.

An entry names one act. ``words.acts`` says each to people.
"""

VERBS = ("added", "changed", "removed")
"""What can happen to a thing that others refer to by key, code or address."""

THINGS = (
    "term",
    "municipality",
    "inhabitants",
    "party",
    "body",
    "seat",
    "challenge",
    "line",
    "goal",
    "measure",
    "interest",
    "commitment",
    "deal",
    "funding-source",
    "funding-line",
    "allocation",
    "scenario",
    "council",
    "board-day",
    "moment",
)
"""What can be added, changed and removed: of a region, its agenda, its deals and councils."""

OTHER_ACTS = (
    "region-started",
    "region-changed",
    "agenda-changed",
    "order-changed",
    "figures-loaded",
    "version-started",
    "version-moved",
    "version-adopted",
    "person-added",
    "person-changed",
    "person-erased",
    "role-given",
    "role-ended",
    "mandate-given",
    "mandate-ended",
    "login-link-given",
    "commitment-moved",
    "commitment-explained",
    "condition-settled",
    "deal-proposed",
    "deal-retracted",
    "deal-signed",
    "signature-taken-back",
    "deal-left",
    "funding-line-moved",
    "allocation-frozen",
    "allocation-decided",
    "scenario-published",
    "cashier-set",
    "payment-recorded",
    "payment-corrected",
    "payments-imported",
    "sisa-columns-set",
    "sisa-answered",
    "sisa-year-locked",
    "sisa-year-reopened",
    "calendar-rules-changed",
    "board-day-cancelled",
    "moment-cancelled",
    "position-changed",
    "schedule-changed",
    "progress-asked",
    "progress-link-revoked",
    "progress-link-renewed",
    "progress-mail-switched",
    "progress-reported",
    "observations-recorded",
    "report-frozen",
)
"""Acts that are not one of the three on a thing."""

LEDGER_KINDS = frozenset({f"{thing}-{verb}" for thing in THINGS for verb in VERBS} | {*OTHER_ACTS})
"""Every kind of entry."""
