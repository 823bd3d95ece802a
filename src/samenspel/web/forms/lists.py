# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a visitor can choose from: the parties, words, challenges and so on of one region."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.region_record import SCHEMES, Party, RegionRecord
from samenspel.regions.queries import Words
from samenspel.words.labels import KINDS

Pairs = list[tuple[str, str]]
Lists = Mapping[str, Pairs]
"""What there is to choose -> (value, label) in the region's order."""

_NO_AGENDA = AgendaRecord("", 0, 0)


def lists(record: RegionRecord, words: Words, on: date) -> Lists:
    """Return all that forms about *record* let people choose from on a day."""
    agenda = record.agenda or _NO_AGENDA
    return {
        "party": [(one.slug, one.name) for one in record.parties if _takes_part(one, on)],
        "member": [(one.code, f"{one.name} ({one.code})") for one in record.members],
        "body": [(one.slug, one.name) for one in record.bodies],
        "challenge": [(one.key, f"{one.key} {one.title}") for one in agenda.challenges],
        "line": [(one.key, f"{one.key} {one.title}") for one in agenda.lines],
        "goal": [(one.key, _goal(one.key, one.title, one.unit)) for one in agenda.goals],
        "measure": [(one.key, f"{one.key} {one.title}") for one in agenda.measures],
        "scheme": [(scheme, str(KINDS[scheme].one)) for scheme in SCHEMES],
        **{scheme: words.choices(scheme) for scheme in SCHEMES},
    }


def all_labels(record: RegionRecord, words: Words) -> Mapping[str, Mapping[str, str]]:
    """Return what there is -> value -> label, parties that left included: for what was chosen."""
    now = {kind: dict(pairs) for kind, pairs in lists(record, words, date.min).items()}
    return now | {"party": {one.slug: one.name for one in record.parties}}


def with_empty(pairs: Pairs) -> Pairs:
    """Return *pairs* after the choice of none."""
    return [("", _("(none)")), *pairs]


def with_chosen(pairs: Pairs, chosen: list[str], labels: Mapping[str, str]) -> Pairs:
    """Return *pairs* and what was *chosen* before but is no longer to choose, so that it stays."""
    known = {value for value, _label in pairs}
    lost = [one for one in chosen if one and one not in known]
    return [*pairs, *((one, labels.get(one, one)) for one in lost)]


def _takes_part(party: Party, on: date) -> bool:
    return party.until is None or party.until > on


def _goal(key: str, title: str, unit: str) -> str:
    return f"{key} {title} ({unit})" if unit else f"{key} {title}"
