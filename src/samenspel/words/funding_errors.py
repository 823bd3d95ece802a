# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of the funding plan refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FUNDING_ERRORS: dict[str, Promise] = {
    "funding-amount-missing": _(
        "This line has no amount. Give one, or choose the commitment that it rests on."
    ),
    "funding-beside-itself": _(
        "Money does not count beside its own source. Choose another source, or none."
    ),
    "funding-no-amount": _(
        "Commitment %(key)s holds no amount for this line %(year)s. Choose a year that it does "
        "have, or give the amount."
    ),
    "funding-on-a-step": _(
        "Line %(key)s was put on a step of its own. Put it back to the lowest step, then let it "
        "rest on a commitment."
    ),
    "funding-other-measure": _(
        "Commitment %(key)s is for measure %(measure)s. Choose that measure for this line."
    ),
    "funding-other-party": _(
        "Commitment %(key)s is of %(party)s. Leave the party of this line empty, or choose that "
        "one."
    ),
    "funding-rung-elsewhere": _(
        "Line %(key)s follows commitment %(commitment)s. Put that commitment on another step."
    ),
    "funding-share": _("“%(field)s” is a part: give a percentage above 0 and below 100."),
    "funding-valuation": _(
        "The hours times the tariff are %(worth_cents)s and have to be the amount. Give hours and "
        "tariff both, with the amount that they make."
    ),
    "funding-year": _("%(year)s is no year that a line can be of."),
    "unknown-funding-line": _("There is no line “%(key)s” in this funding plan."),
    "unknown-funding-source": _("There is no source of money “%(key)s” in this region."),
}
