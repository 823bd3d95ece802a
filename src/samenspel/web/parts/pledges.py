# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is promised in a region, in short: numbers, and who left last."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.deals.queries import Brief, LeftFacts, RegionPledges, region_pledges
from samenspel.web.page import Visit
from samenspel.web.parts.targets import Named
from samenspel.words.formats import euro, long_date


@dataclass(frozen=True, slots=True)
class LeftView:
    """That a party left a deal."""

    party: str
    deal: Named
    effective: str


@dataclass(frozen=True, slots=True)
class PledgesView:
    """What is promised in a region, ready to be shown."""

    figures: list[dict[str, str]]
    left: LeftView | None


def pledges(seen: Visit, parties: Mapping[str, str], deals: Brief) -> PledgesView | None:
    """Return what is promised in short, None while there is nothing; two statements."""
    found = region_pledges(seen.region.pk, on=seen.on, known=deals)
    if not (found.in_force or found.proposed or found.promised):
        return None
    left = found.last_left
    return PledgesView(figures(found), _left(seen, left, (parties, deals.titles)) if left else None)


def figures(found: RegionPledges) -> list[dict[str, str]]:
    """Return what is promised as numbers with their meaning."""
    rows = [(_("deals in force"), str(found.in_force), "")]
    if found.proposed:
        rows.append((_("deals proposed"), str(found.proposed), ""))
    done = _("%(done)s of %(of)s") % {"done": found.done, "of": found.promised}
    rows.append((_("commitments done"), done, ""))
    rows.append((_("past their date"), str(found.overdue), "warn" if found.overdue else ""))
    if found.cents is not None:
        rows.append((_("promised in money"), euro(found.cents), ""))
    if found.done_cents is not None:
        rows.append((_("of which paid"), euro(found.done_cents), ""))
    return [{"label": label, "value": value, "mood": mood} for label, value, mood in rows]


def _left(
    seen: Visit, one: LeftFacts, names: tuple[Mapping[str, str], Mapping[str, str]]
) -> LeftView:
    parties, titles = names
    url = reverse("deal", args=[seen.region.slug, one.deal])
    return LeftView(
        party=parties.get(one.party, one.party),
        deal=Named(titles.get(one.deal, one.deal), f"{url}#leaving"),
        effective=long_date(one.effective_on),
    )
