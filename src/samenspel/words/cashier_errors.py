# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of the cash or of a SiSa table refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CASHIER_ERRORS: dict[str, Promise] = {
    "date-before-payment": _(
        "The payment was on %(on)s. The counter-entry cannot be earlier than that."
    ),
    "payment-corrected-already": _(
        "Payment %(reference)s was taken back already. Enter the right payment as a new one."
    ),
    "payment-is-correction": _(
        "%(reference)s is itself a counter-entry. Enter the payment anew instead."
    ),
    "payment-nothing": _("The amount is zero. A payment is of at least one cent."),
    "payment-reference-taken": _(
        "There is another payment with reference %(reference)s. A reference is used once; a "
        "payment is never changed. Take it back with a counter-entry."
    ),
    "payment-reference-unfit": _(
        "“%(reference)s” cannot be used as a reference. Use at most 40 letters, digits, points, "
        "slashes and hyphens, and begin with a letter or digit."
    ),
    "payment-year-locked": _(
        "The year %(year)s of source %(source)s is locked. Open that year again first, and say why."
    ),
    "payment-year-unfit": _("Give a year from %(first)s to %(last)s."),
    "sisa-answer-missing": _(
        "Column %(column)s has no answer for measure %(measure)s (%(count)s missing in all). Fill "
        "in all answers before you lock the year."
    ),
    "sisa-answer-unfit": _("Column %(column)s does not take that answer."),
    "sisa-choices-unfit": _(
        "Column %(column)s needs 2 to %(limit)s different answers to choose from; only a column of "
        "that kind has them."
    ),
    "sisa-column-computed": _(
        "Column %(column)s is computed from the payments and cannot be typed."
    ),
    "sisa-column-twice": _("Column %(column)s is there twice. Give each column its own code."),
    "sisa-column-unfit": _(
        "“%(column)s” cannot be used as the code of a column. Use letters, digits and hyphens, and "
        "begin with a letter or digit."
    ),
    "sisa-column-unknown": _("The table has no column “%(column)s”."),
    "sisa-columns-count": _("A table has 1 to %(limit)s columns."),
    "sisa-later-year-locked": _(
        "The year %(later)s is locked, and it counts %(year)s in. Open the latest year first."
    ),
    "sisa-measure-unpaid": _(
        "Nothing was paid for measure %(measure)s up to %(year)s, so it is not in the table."
    ),
    "sisa-table-missing": _("Source %(source)s has no SiSa table. Set its columns first."),
    "sisa-year-locked": _("The year %(year)s is locked. Open it again first, and say why."),
    "sisa-year-not-locked": _("The year %(year)s is not locked, so it can just be changed."),
    "sisa-year-running": _("The year %(year)s is not over yet. Lock it when it is."),
    "too-many-payments": _("A region has at most %(limit)s payments."),
    "unknown-measure": _("There is no measure “%(measure)s” in the agenda of this region."),
    "unknown-payment": _("There is no payment with reference “%(reference)s” here."),
}
