# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why costs cannot be shared as asked, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SHARING_ERRORS: dict[str, Promise] = {
    "game-amount-negative": _(
        "The cost of “%(group)s” is %(amount_cents)s, below zero. Give zero or more, or give "
        "savings."
    ),
    "game-amount-too-large": _(
        "The amount of “%(group)s” is too large. Give at most %(limit_cents)s."
    ),
    "game-empty-group": _("There is an amount for a group of nobody. Name at least one party."),
    "game-group-twice": _("The group “%(group)s” occurs twice. Give every group one amount."),
    "game-incomplete": _(
        "The amount of “%(group)s” is missing; in all %(count)s amounts are. Give one for every "
        "group of parties."
    ),
    "game-item-without-users": _("Something shared has no users. Name at least one party."),
    "game-no-parties": _("There are no parties. Name at least one."),
    "game-party-repeated": _("The group “%(group)s” names a party twice. Name each party once."),
    "game-party-twice": _("The party “%(party)s” occurs twice. Name each party once."),
    "game-too-large": _("There are %(count)s parties; at most %(most)s can be computed this way."),
    "game-unknown-party": _(
        "The group “%(group)s” names “%(party)s”, which is not among the parties."
    ),
    "share-amount-fraction": _(
        "“%(value)s” (%(name)s) has a part of a cent. Give an amount in whole cents."
    ),
    "share-amount-negative": _("The amount %(amount_cents)s is below zero. Give zero or more."),
    "share-amount-too-large": _("An amount is too large. Give at most %(limit_cents)s."),
    "share-basis-missing": _("There is no figure of %(party)s for “%(basis)s”. Add it."),
    "share-basis-negative": _("The figure of %(party)s for “%(basis)s” is below zero."),
    "share-basis-unknown": _("There are no figures for “%(basis)s”. Add them."),
    "share-bounds-crossed": _(
        "%(party)s has to pay at least %(floor_cents)s and at most %(cap_cents)s. "
        "Make the least no more than the most."
    ),
    "share-caps-leave-gap": _(
        "With these caps %(gap_cents)s is left that nobody pays. Raise a cap or lower the amount."
    ),
    "share-file-comma": _("The name “%(party)s” has a comma. Leave commas out of names."),
    "share-file-field-missing": _("The file has no “%(name)s”. Add it."),
    "share-file-field-unknown": _("The file has “%(name)s”. Known here: %(fields)s."),
    "share-file-field-wrong": _(
        "“%(name)s” in the file is not of the right form. The guide on sharing costs shows it."
    ),
    "share-file-form": _(
        "The file needs one of cost, savings, shared or key, and not more than one of them."
    ),
    "share-file-name-twice": _("“%(name)s” occurs twice in the file. Give it once."),
    "share-file-not-json": _(
        "The file is no JSON from line %(line)s, column %(column)s. Mend it there."
    ),
    "share-file-too-deep": _("The file is nested too deeply."),
    "share-file-too-large": _("The file is larger than %(megabytes)s megabytes."),
    "share-floors-exceed": _(
        "What parties pay at least is %(over_cents)s more than the amount. Lower a floor."
    ),
    "share-gives-nothing": _(
        "This key gives nobody anything to pay: all its figures are zero. Choose another key."
    ),
    "share-key-parts": _("The key has %(count)s parts. Give it one to %(most)s."),
    "share-key-twice": _("The key has “%(basis)s” twice. Add up the weights."),
    "share-key-weight": _("The weight of “%(basis)s” is not above zero. Leave it out."),
    "share-layer": _(
        "Give either an amount or a rate, not both; and a rate only with a key of one basis."
    ),
    "share-no-parties": _("Nobody takes part. Name at least one party."),
    "share-not-number": _("“%(value)s” (%(name)s) is no number. Write digits, such as 12.5."),
    "share-rule-part": _("A part has to lie between 0 and 1."),
    "share-unknown-party": _("“%(party)s” does not take part. Check the name."),
    "share-without-inhabitants": _(
        "Nobody lives in %(party)s, so it cannot pay per inhabitant. Check its inhabitants."
    ),
}
"""Code of a refusal -> what it says to who asked, with what to do."""
