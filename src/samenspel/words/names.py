# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What keys, codes and addresses are called, so that sentences can name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language

from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.region_record import Party, Term

Titles = Mapping[tuple[str, str], str]
"""Title by kind and key, ``("line", "L1")``, and label by classification and code."""

_BY_KEY = frozenset({"challenge", "goal", "line", "measure"})


@dataclass(frozen=True, slots=True)
class Names:
    """Names of parties by slug, and titles; what is not in them keeps its key or code."""

    parties: Mapping[str, str]
    titles: Titles = field(default_factory=dict)

    def party(self, slug: str) -> str:
        """Return the name of a party."""
        return self.parties.get(slug, slug)

    def called(self, kind: str, key: str) -> str:
        """Return the key with its title, or the label of a term."""
        title = self.titles.get((kind, key), "")
        if kind not in _BY_KEY:
            return title or key
        return f"{key} “{title}”" if title else key


def party_names(parties: Iterable[Party]) -> dict[str, str]:
    """Return the names of *parties* by slug."""
    return {party.slug: party.name for party in parties}


def titles_of(*agendas: AgendaRecord) -> dict[tuple[str, str], str]:
    """Return the titles of everything in *agendas*; of the same key, that of the last counts."""
    return {
        (kind, item.key): item.title
        for agenda in agendas
        for kind in sorted(_BY_KEY)
        for item in getattr(agenda, f"{kind}s")
    }


def labels_of(terms: Iterable[Term]) -> dict[tuple[str, str], str]:
    """Return the labels of *terms* in the active language, Dutch unless it is English."""
    english = (get_language() or "").startswith("en")
    return {(term.scheme, term.code): term.label_en if english else term.label_nl for term in terms}
