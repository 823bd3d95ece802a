# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what, in sentences: who would be cheaper off alone, what lacks, what can be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.sharing.answer import Division, GameAnswer, PlanAnswer
from samenspel.core.sharing.audit import ONE_CENT
from samenspel.core.sharing.closing import Kind as WayKind
from samenspel.core.sharing.closing import Way
from samenspel.core.sharing.games import Kind
from samenspel.core.sharing.scenario import Outcome
from samenspel.words.formats import euro

METHODS: dict[str, Promise] = {
    "key": gettext_lazy("The key of the allocation"),
    "equal": gettext_lazy("Equal shares"),
    "by-alone": gettext_lazy("In proportion to what each has alone"),
    "separable": gettext_lazy("Separable costs, remaining benefits"),
    "shapley": gettext_lazy("Shapley value"),
    "nucleolus": gettext_lazy("Nucleolus"),
}
"""Code of a method -> its name."""

WAYS: dict[WayKind, Promise] = {
    WayKind.SPREAD: gettext_lazy("The others pay the gap: together %(more)s more."),
    WayKind.SMALLER: gettext_lazy("A smaller programme, of %(programme)s."),
    WayKind.LEVEL: gettext_lazy(
        "Everyone pays the same part of what it is asked, as the most reluctant does: "
        "a programme of %(programme)s."
    ),
    WayKind.SOURCE: gettext_lazy("Another source brings %(source)s."),
}
"""How a gap is closed -> what that means."""

HEADINGS: dict[str, Promise] = {
    **METHODS,
    "key": gettext_lazy("By the key"),
    "by-alone": gettext_lazy("By what each has alone"),
    "separable": gettext_lazy("Separable costs"),
    "alone": gettext_lazy("Alone"),
    "pays": gettext_lazy("Pays"),
    "spread": gettext_lazy("Others pay the gap"),
    "level": gettext_lazy("All the same part"),
    "smaller": gettext_lazy("A smaller programme"),
    "source": gettext_lazy("Another source"),
}
"""Code of a column with amounts -> its heading."""

_ODD: dict[str, Promise] = {
    "dearer-together": gettext_lazy(
        "Odd: %(group)s together are %(amount)s worse off than when %(party)s stays apart."
    ),
    "cheaper-with-more": gettext_lazy(
        "Odd: %(group)s together are %(amount)s cheaper than without %(party)s."
    ),
}

_LEAVES: dict[Kind, tuple[Promise, Promise]] = {
    Kind.COST: (
        gettext_lazy("%(method)s: %(group)s would be cheaper off alone by %(amount)s."),
        gettext_lazy("%(method)s: %(group)s together would be cheaper off alone by %(amount)s."),
    ),
    Kind.SAVINGS: (
        gettext_lazy("%(method)s: %(group)s would save %(amount)s more alone."),
        gettext_lazy("%(method)s: %(group)s together would save %(amount)s more alone."),
    ),
}
"""Who is better off without the others: one party, and several."""


def listed(names: Sequence[str]) -> str:
    """Return names as in a sentence: ``Almelo, Borne and Hengelo``."""
    if len(names) < len("ab"):
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def heading(code: str) -> str:
    """Return the heading of a column with amounts."""
    return str(HEADINGS[code])


def told(answer: GameAnswer | PlanAnswer) -> list[str]:
    """Return the answer in sentences, in the active language."""
    return list(_of_game(answer) if isinstance(answer, GameAnswer) else _of_plan(answer))


def called(answer: GameAnswer, names: Mapping[str, str]) -> GameAnswer:
    """Return the answer with parties by their names instead of their codes."""

    def name(party: str) -> str:
        return names.get(party, party)

    def renamed(division: Division) -> Division:
        audit = division.audit
        audit = replace(
            audit,
            worse_off={name(party): cents for party, cents in audit.worse_off.items()},
            unfair_to=tuple(name(party) for party in audit.unfair_to),
            unlike=tuple((name(one), name(other)) for one, other in audit.unlike),
        )
        shares = {name(party): cents for party, cents in division.shares.items()}
        return replace(division, shares=shares, audit=audit)

    return replace(
        answer,
        parties=tuple(name(party) for party in answer.parties),
        alone_cents={name(party): cents for party, cents in answer.alone_cents.items()},
        divisions={code: renamed(one) for code, one in answer.divisions.items()},
        oddities=tuple(
            replace(odd, group=tuple(map(name, odd.group)), party=name(odd.party))
            for odd in answer.oddities
        ),
    )


def way_name(kind: WayKind) -> str:
    """Return the name of a way to close the gap."""
    return heading(str(kind))


def way_meaning(way: Way, found: Outcome) -> str:
    """Return what a way to close the gap of *found* means."""
    paid = sum(sum(years.values()) for years in way.pays.values())
    more = paid - sum(found.by_party().values())
    return str(WAYS[way.kind]) % {
        "more": euro(more),
        "programme": euro(way.programme_cents),
        "source": euro(way.source_cents),
    }


def _of_game(answer: GameAnswer) -> Iterator[str]:
    yield _together(answer)
    for code, division in answer.divisions.items():
        yield from _of_division(answer, str(METHODS[code]), division)
    yield _of_core(answer)
    if any(division.certified for division in answer.divisions.values()):
        yield _("That this is the nucleolus was proved from its shares, by Kohlberg's criterion.")
    for odd in answer.oddities:
        yield str(_ODD[odd.code]) % {
            "group": listed(odd.group),
            "party": odd.party,
            "amount": euro(odd.cents),
        }


def _together(answer: GameAnswer) -> str:
    apart = sum(answer.alone_cents.values())
    better = apart - answer.total_cents
    if answer.kind is Kind.SAVINGS:
        better = -better
    said = {"total": euro(answer.total_cents), "apart": euro(apart), "gain": euro(abs(better))}
    if not better:
        return _("Together %(total)s, and apart just as much.") % said
    if better < 0:
        return _("Together %(total)s, apart %(apart)s: together is %(gain)s worse.") % said
    return _("Together %(total)s, apart %(apart)s: together is %(gain)s better.") % said


def _of_division(answer: GameAnswer, method: str, division: Division) -> Iterator[str]:
    audit = division.audit
    if audit.in_core:
        yield _("%(method)s: nobody is better off alone or in a smaller group.") % {
            "method": method
        }
    elif audit.worst and audit.worst.gain >= ONE_CENT:
        group = answer.names(audit.worst.group)
        one, several = _LEAVES[answer.kind]
        sentence = one if len(group) == 1 else several
        yield str(sentence) % {
            "method": method,
            "group": listed(group),
            "amount": euro(round(audit.worst.gain)),
        }
    for first, other in audit.unlike[:1]:
        yield _("%(method)s: %(one)s and %(other)s are alike and are not treated alike.") % {
            "method": method,
            "one": first,
            "other": other,
        }
    if others := len(audit.unlike[1:]):
        yield ngettext(
            "%(method)s: the same holds for %(count)s other pair.",
            "%(method)s: the same holds for %(count)s other pairs.",
            others,
        ) % {"method": method, "count": others}
    for party in audit.unfair_to:
        yield _("%(method)s: %(party)s adds nothing but itself, and does not pay just that.") % {
            "method": method,
            "party": party,
        }


def _of_core(answer: GameAnswer) -> str:
    if answer.core.excess < ONE_CENT:
        return _("There is a division with which nobody is better off alone or in a smaller group.")
    return _(
        "No division holds: whatever is agreed, some group is better off on its own, "
        "at best by %(amount)s, as %(group)s."
    ) % {
        "amount": euro(round(answer.core.excess)),
        "group": listed(answer.names(answer.core.worst.group)),
    }


def _of_plan(answer: PlanAnswer) -> Iterator[str]:
    found = answer.found
    yield _("The programme asks %(programme)s; the parties pay %(paid)s.") % {
        "programme": euro(found.programme_cents),
        "paid": euro(found.programme_cents - found.gap_cents),
    }
    if not found.gap_cents:
        return
    yield _("There is a gap of %(gap)s.") % {"gap": euro(found.gap_cents)}
    for party, cents in found.gaps.items():
        yield _("%(party)s pays %(amount)s less than it is asked.") % {
            "party": party,
            "amount": euro(cents),
        }
    for way in answer.ways:
        yield way_meaning(way, found)
