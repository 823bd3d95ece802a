# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a region is, in one line."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.regions.queries import MunicipalityFacts, inhabitants
from samenspel.words.formats import number
from samenspel.words.places import region_kind


def place(kind: str, members: list[MunicipalityFacts]) -> str:
    """Return kind, municipalities and inhabitants in one line, as far as they are known."""
    size = ngettext("%(count)s municipality", "%(count)s municipalities", len(members))
    parts = [region_kind(kind), size % {"count": len(members)}]
    people = inhabitants(members)
    if people:
        said = _("%(people)s inhabitants (1 January %(year)s)")
        parts.append(said % {"people": number(people[0]), "year": people[1]})
    return " · ".join(parts)
