# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""In which sectors the jobs of a region differ from the country, beside what stands out."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Profile, SectorJobs
from samenspel.words.figures import quotient, sector_name


def told(found: Profile) -> str:
    """
    Return the sectors that are special for certain but do not stand out; nothing without any.

    What stands out differs from regions like it too, and more than regions usually do. A sector
    that is large in half of the regions is left out there, and yet says what a region lives on.
    """
    named = {one.code for one in found.standout}
    special = [one for one in found.work.sectors if one.special and one.code not in named]
    return " ".join(_sentences(special)) if found.work.is_exact else ""


def _sentences(special: Sequence[SectorJobs]) -> Iterator[str]:
    more = sorted((one for one in special if (one.lq or 1) > 1), key=lambda one: -(one.lq or 0))
    fewer = sorted((one for one in special if (one.lq or 1) < 1), key=lambda one: one.lq or 0)
    if not special:
        return
    yield _("In jobs the region clearly differs from the country, though it is not the only one.")
    if more:
        yield _("Almost certainly more than a quarter larger here: %(sectors)s.") % {
            "sectors": _listed(more)
        }
    if fewer:
        yield _("Almost certainly more than a fifth smaller: %(sectors)s.") % {
            "sectors": _listed(fewer)
        }


def _listed(sectors: Sequence[SectorJobs]) -> str:
    return "; ".join(
        _("%(sector)s (%(quotient)s times)")
        % {"sector": sector_name(one.code), "quotient": quotient(one.lq)}
        for one in sectors
    )
