# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of allocations and scenarios refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALLOCATION_ERRORS: dict[str, Promise] = {
    "allocation-basis-undated": _(
        "The figures of “%(basis)s” have no day or no source. Add both, so that the decision can "
        "be done over."
    ),
    "allocation-before": _(
        "%(key)s cannot be the allocation before this one. Choose another one that is frozen."
    ),
    "allocation-damaged": _(
        "Allocation %(key)s is not as it was frozen: its text no longer fits its digest. "
        "Put it back from a backup."
    ),
    "allocation-decided": _("The decision on allocation %(key)s is recorded already."),
    "allocation-frozen": _(
        "Allocation %(key)s is frozen and no longer changes. Make another one that follows it."
    ),
    "allocation-game-form": _(
        "Give the cost of groups of parties, or what they share; a key stands in the allocation "
        "itself."
    ),
    "allocation-game-small": _("Fair shares need two parties or more."),
    "allocation-layers": _(
        "An allocation has 1 to %(most)s parts; this one has %(count)s. Add or remove some."
    ),
    "allocation-not-frozen": _("Allocation %(key)s is a draft. Freeze it first."),
    "allocation-years": _(
        "An allocation is for 1 to %(most)s years; this one is for %(count)s. Check the years."
    ),
    "scenario-published": _("Scenario “%(key)s” is published and stays as it is."),
    "unknown-allocation": _("There is no allocation %(key)s in this region."),
    "unknown-scenario": _("There is no scenario “%(key)s” in this region."),
    "what-if-layer": _(
        "There is no part %(place)s: the allocation has %(count)s. Leave its amount out."
    ),
    "what-if-nobody": _("All parties are left out. Leave at least one in."),
    "what-if-way": _("“%(way)s” is no way to close a gap. Choose one of those on the page."),
}
"""Code of a refusal -> what it says to who asked, with what to do."""
