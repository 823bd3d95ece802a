# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs loose in an agenda, in a sentence each, and what the parties can do about it."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.orphans import Orphan


class OrphanWords(NamedTuple):
    """What is missing, and what to do."""

    says: Promise
    advice: Promise


WORDS: dict[str, OrphanWords] = {
    "goal-without-measure": OrphanWords(
        _("No measure contributes to goal %(name)s."),
        _("Name a measure that helps to reach it, or drop the goal."),
    ),
    "goal-without-owner": OrphanWords(
        _("Nobody owns goal %(name)s."),
        _("Agree which party answers for it."),
    ),
    "goal-without-indicator": OrphanWords(
        _("It cannot be seen whether goal %(name)s is reached."),
        _("Choose an indicator with a target and a year."),
    ),
    "goal-without-money": OrphanWords(
        _("Goal %(name)s has measures, but no amount is known for any of them."),
        _("Estimate what the measures cost, also when that is nothing."),
    ),
    "measure-without-challenge": OrphanWords(
        _("Measure %(name)s belongs to no challenge."),
        _("Say which challenge it is for, or ask whether it belongs in this agenda."),
    ),
    "measure-without-lead": OrphanWords(
        _("Nobody leads measure %(name)s."),
        _("Agree which party takes the lead."),
    ),
    "challenge-on-one-side": OrphanWords(
        _("Challenge %(name)s and its measures stay on one side of the triangle."),
        _("Look for a measure that ties in the economy, education or the labour market."),
    ),
    "challenge-without-side": OrphanWords(
        _("Challenge %(name)s is on no side of the triangle."),
        _("Say whether it is about the economy, education or the labour market."),
    ),
    "party-unbalanced": OrphanWords(
        _("%(name)s gets something from the agenda and brings nothing to it."),
        _("Ask what this party can bring: people, money, knowledge or a place."),
    ),
}
"""Code of a check -> its words."""


def says(orphan: Orphan, names: Mapping[str, str]) -> str:
    """Return the sentence about *orphan*; *names* are those of the parties by slug."""
    name = f"{orphan.key} “{orphan.title}”"
    if orphan.kind == "party":
        name = names.get(orphan.key, orphan.key)
    return str(WORDS[orphan.code].says) % {"name": name}


def advice(code: str) -> str:
    """Return what the parties can do about the orphans of a check."""
    return str(WORDS[code].advice)
