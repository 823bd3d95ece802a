# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Names and sentences for people of what the code knows of the funding plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.sources import WHOLE, SourceKind
from samenspel.words.formats import euro, long_date, number
from samenspel.words.labels import StateWords

SOURCE_KINDS: dict[SourceKind, Promise] = {
    SourceKind.NATIONAL: _("the Rijk"),
    SourceKind.PROVINCE: _("province"),
    SourceKind.MUNICIPALITY: _("municipality"),
    SourceKind.WATER_AUTHORITY: _("water authority"),
    SourceKind.EU: _("European Union"),
    SourceKind.PRIVATE: _("companies and organisations"),
    SourceKind.IN_KIND: _("in kind"),
    SourceKind.TOGETHER: _("several parties together"),
}

STAGES: dict[str, StateWords] = {
    "planned": StateWords(_("planned"), _("It stands in the plan, certain or not.")),
    "promised": StateWords(_("promised"), _("A party said that it will pay this.")),
    "decided": StateWords(_("decided"), _("The council or board decided on it.")),
    "paid": StateWords(_("received"), _("The region has the money.")),
    "spent": StateWords(_("spent"), _("The region paid it out.")),
}

VERDICTS: dict[Verdict, Promise] = {
    Verdict.PASSED: _("in order"),
    Verdict.NOTE: _("to know"),
    Verdict.WARNING: _("look at this"),
    Verdict.FAILED: _("not in order"),
}


@dataclass(frozen=True, slots=True)
class Test:
    """A test in words: what it asks, what it says when all is well or not, and what to do then."""

    asks: Promise
    passed: Promise
    found: Promise
    advice: Promise


TESTS: dict[str, Test] = {
    "own-share": Test(
        _("Does the region itself put in enough?"),
        _(
            "Beside the %(source_cents)s of %(about)s the region has to put in at least "
            "%(needed_cents)s. It puts in %(counting_cents)s that counts. That is enough."
        ),
        _(
            "Beside the %(source_cents)s of %(about)s the region has to put in at least "
            "%(needed_cents)s. It puts in %(counting_cents)s that counts, so %(short_cents)s is "
            "missing."
        ),
        _("Find other money of the region, or ask less of this source."),
    ),
    "national-counted": Test(
        _("Does money of the Rijk count as money of the region?"),
        _("No money of the Rijk counts as money of the region."),
        _(
            "%(national_cents)s beside %(about)s is money of the Rijk (%(names)s). It never counts "
            "as money of the region, whoever passes it on."
        ),
        _("Do not let these lines count beside this source, and find other money."),
    ),
    "most-share": Test(
        _("Does a source pay no more than its part?"),
        _(
            "%(about)s may pay %(most_share)s of %(cost_cents)s, which is %(most_cents)s. It pays "
            "%(source_cents)s."
        ),
        _(
            "%(about)s may pay %(most_share)s of %(cost_cents)s, which is %(most_cents)s. In this "
            "plan it pays %(source_cents)s."
        ),
        _("Let another source pay what is too much."),
    ),
    "same-euro": Test(
        _("Does each euro count once?"),
        _("No euro counts beside two sources."),
        _(
            "%(about)s counts beside more than one source: %(used_cents)s of %(there_cents)s "
            "%(year)s. The same euro counts twice."
        ),
        _("Choose beside which source it counts."),
    ),
    "same-euro-maybe": Test(
        _("Does each euro count once?"),
        _("No euro counts beside two sources."),
        _(
            "%(party)s has the same amount, %(there_cents)s, in the same year and for the same "
            "measure beside two sources. That may be the same euro."
        ),
        _("Ask the party whether it pays this twice. If not, take one line out."),
    ),
    "over-commitment": Test(
        _("Is no promise used for more than the whole?"),
        _("No promise is used for more than the whole."),
        _("The plan uses %(used_cents)s of %(about)s %(year)s, which is for %(there_cents)s."),
        _("Lower the lines, or ask the party to promise more."),
    ),
    "over-source": Test(
        _("Is no source used for more than there is?"),
        _("No source is used for more than there is."),
        _("The plan uses %(used_cents)s of %(about)s, in which there is %(there_cents)s."),
        _("Lower the lines, or find another source."),
    ),
    "over-cost": Test(
        _("Does no measure get more than it costs?"),
        _("No measure gets more than it costs."),
        _("%(about)s costs %(there_cents)s %(year)s and gets %(used_cents)s."),
        _("Lower the lines, or correct what the measure costs."),
    ),
    "in-kind-unproven": Test(
        _("Is everything in kind proven?"),
        _("Everything in kind has its evidence."),
        _(
            "%(party)s puts in %(cents)s in kind, and it is not told how that was reckoned. "
            "Without evidence it does not count."
        ),
        _("Write down the hours, the tariff and where that can be seen."),
    ),
    "no-council-decision": Test(
        _("Did the councils decide on what was promised?"),
        _("On all that was promised the councils have decided."),
        _("%(party)s promised %(cents)s, and its council has not decided on that yet."),
        _("Ask when the council decides. Record the decision as the next step."),
    ),
    "budget-closed": Test(
        _("Is the money in the budgets in time?"),
        _("No budget was closed too early."),
        _(
            "%(party)s is to pay %(cents)s in %(years)s. That budget was closed, and the money is "
            "not in it."
        ),
        _("Ask for a change of the budget, or move the line to a later year."),
    ),
    "source-over": Test(
        _("Does every source last long enough?"),
        _("Every source lasts until the last year that it pays for."),
        _("%(about)s ends on %(ends_on)s, and after that year it is to pay %(cents)s."),
        _("Ask for more time, or move the lines to an earlier year."),
    ),
    "leverage": Test(
        _("What does a euro of the region bring about?"),
        _(
            "Municipalities, province and water authorities put in %(own_cents)s. With that goes "
            "a plan of %(plan_cents)s: for each euro of theirs %(per_euro_cents)s."
        ),
        _("No money of municipalities, province or water authorities is in the plan."),
        _("Nothing to do."),
    ),
}

_MORE: dict[str, Promise] = {
    "national_cents": _(
        "Of the %(beside_cents)s beside it, %(national_cents)s is money of the Rijk and does not "
        "count."
    ),
    "unproven_cents": _("%(unproven_cents)s in kind does not count, since evidence is missing."),
    "decided_cents": _("On %(decided_cents)s of what counts there is a decision."),
    "deviation": _("It was agreed that less is enough: %(deviation)s"),
}
"""Figures of the own share that, when there are any, add a sentence."""

_NOTHING_YET: dict[str, Promise] = {
    "own-share": _("No source asks the region to put in money of its own."),
    "most-share": _("No source has a largest part."),
    "leverage": _("No money of municipalities, province or water authorities is in the plan."),
}
"""What to say where there was nothing to test."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words; ``advice`` is empty where nothing is asked."""

    asks: str
    verdict: str
    sentence: str
    advice: str


def told(finding: Finding, names: Mapping[str, str]) -> Told:
    """Return *finding* in words; *names*: ``source:G1`` and the like -> what people call it."""
    test = TESTS[finding.code]
    advice = str(test.advice) if finding.asks else ""
    return Told(
        str(test.asks), str(VERDICTS[finding.verdict]), _sentence(test, finding, names), advice
    )


def share(basis_points: int) -> str:
    """Return hundredths of a percent as people write a part of the whole: ``12,5%``."""
    return f"{number(Decimal(basis_points * 100) / WHOLE)}%"


def _sentence(test: Test, finding: Finding, names: Mapping[str, str]) -> str:
    if not finding.figures:
        return str(_NOTHING_YET.get(finding.code, test.passed))
    figures = {name: _figure(name, value, names) for name, value in finding.figures.items()}
    figures["about"] = names.get(finding.about, finding.about.partition(":")[2])
    passed = finding.verdict is Verdict.PASSED
    sentences = [test.passed if passed else test.found]
    if finding.code == "own-share":
        sentences += [more for name, more in _MORE.items() if _counts(name, finding)]
    return " ".join(_tidy(str(one) % figures) for one in sentences)


def _counts(name: str, finding: Finding) -> bool:
    """Tell whether a figure has a sentence; a reason to deviate only where less was put in."""
    if name == "deviation":
        return finding.verdict is Verdict.NOTE
    return bool(finding.figures[name])


def _figure(name: str, value: int | str, names: Mapping[str, str]) -> str:
    if name.endswith("cents") and isinstance(value, int):
        return euro(value)
    if name.endswith("_share") and isinstance(value, int):
        return share(value)
    if name == "year":
        return gettext("in %(year)s") % {"year": value} if value else ""
    if name == "ends_on":
        return long_date(date.fromisoformat(str(value)))
    if name == "party":
        return names.get(f"party:{value}", gettext("Somebody")) if value else gettext("Somebody")
    return str(value)


def _tidy(sentence: str) -> str:
    """Return a sentence without the gaps that an empty figure leaves; amounts stay in one piece."""
    words = " ".join(filter(None, sentence.split(" ")))
    return capfirst(words.replace(" .", ".").replace(" ,", ","))
