# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What is asked in a file: which parties, and by which of three forms their costs are known.

``cost`` or ``savings``: an amount for every group of parties. ``shared``: things that cost the same
however many use them. ``key``: an amount or a rate, and figures to divide it by.
"""

from collections.abc import Callable
from datetime import date

from samenspel.core.errors import RuleError
from samenspel.core.limits import shown
from samenspel.core.sharing.games import Game, Kind, check_parties, from_coalitions
from samenspel.core.sharing.keys import Basis, Key, mix, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.plain import (
    Plain,
    cents,
    check_fields,
    euros,
    mapping,
    number,
    numbers,
    parse,
    texts,
)
from samenspel.core.sharing.rounding import check_amount
from samenspel.core.sharing.rules import Centre, Rules, Transition
from samenspel.core.sharing.scenario import Scenario
from samenspel.core.sharing.shared import Shared, SharedCost, check_users

MOST_PARTIES = 500
MOST_THAT_SHARE = 60
"""Parties for which a group that would leave is found within seconds."""

_GAMES: dict[str, tuple[Kind, Callable[[object, str], int]]] = {
    "cost": (Kind.COST, euros),
    "cost_cents": (Kind.COST, cents),
    "savings": (Kind.SAVINGS, euros),
    "savings_cents": (Kind.SAVINGS, cents),
}
_LAYER = (
    *("name", "measure", "key", "amount", "rate", "only"),
    *("floors", "caps", "centre", "transition"),
)
_PLAN = ("parties", "basis", "sources", "years", "limits", "without", "rises", "plus", *_LAYER)


Request = Game | Shared | Scenario


def read(text: str) -> Request:
    """
    Return what a file asks.

    Raises:
        RuleError: a code that begins with ``share-file``, ``share-`` or ``game-``, and names the
            field or the group of parties that is wrong.
    """
    data = parse(text)
    parties = _parties(data)
    forms = [form for form in (*_GAMES, "shared", "key") if form in data]
    if len(forms) != 1:
        raise RuleError("share-file-form")
    form = forms[0]
    check_fields(data, _PLAN if form == "key" else ("parties", form))
    if form == "key":
        return _scenario(parties, data)
    if form == "shared":
        return _shared(parties, data[form])
    return _game(parties, form, mapping(data[form], form))


def _parties(data: Plain) -> tuple[str, ...]:
    if "parties" not in data:
        raise RuleError("share-file-field-missing", name="parties")
    parties = check_parties(texts(data["parties"], "parties"))
    most = MOST_THAT_SHARE if "shared" in data else MOST_PARTIES
    if len(parties) > most:
        raise RuleError("game-too-large", count=len(parties), most=most)
    for party in parties:
        if "," in party:
            raise RuleError("share-file-comma", party=shown(party))
    return parties


def _game(parties: tuple[str, ...], form: str, amounts: Plain) -> Game:
    kind, amount = _GAMES[form]
    groups: dict[frozenset[str], int] = {}
    for name, value in amounts.items():
        members = [one.strip() for one in name.split(",")] if name.strip() else []
        group = frozenset(members)
        if len(members) > len(group):
            raise RuleError("game-party-repeated", group=members)
        if group in groups:
            raise RuleError("game-group-twice", group=sorted(group))
        groups[group] = amount(value, shown(name))
    return from_coalitions(parties, groups, kind)


def _shared(parties: tuple[str, ...], value: object) -> Shared:
    if not isinstance(value, list) or not value:
        raise RuleError("share-file-field-wrong", name="shared")
    shared = Shared(parties, tuple(_item(one) for one in value))
    check_users(parties, shared.items)
    return shared


def _item(value: object) -> SharedCost:
    item = mapping(value, "shared")
    check_fields(item, ("name", "cost", "users"))
    for name in ("cost", "users"):
        if name not in item:
            raise RuleError("share-file-field-missing", name=f"shared: {name}")
    users = frozenset(texts(item["users"], "users"))
    return SharedCost(check_amount(euros(item["cost"], "cost")), users)


def read_plan(text: str) -> Scenario:
    """
    Return the plan in a file with a key.

    Raises:
        RuleError: as ``read``; ``share-file-field-missing`` when it has no key.
    """
    found = read(text)
    if not isinstance(found, Scenario):
        raise RuleError("share-file-field-missing", name="key")
    return found


def _scenario(parties: tuple[str, ...], data: Plain) -> Scenario:
    plus = data.get("plus", [])
    if not isinstance(plus, list):
        raise RuleError("share-file-field-wrong", name="plus")
    first = {name: data[name] for name in _LAYER if name in data}
    return Scenario(
        parties,
        _years(data.get("years", [0])),
        tuple(_layer(layer) for layer in [first, *plus]),
        _bases(data),
        limits={
            party: rate * 100 for party, rate in numbers(data.get("limits", {}), "limits").items()
        },
        left_out=frozenset(texts(data.get("without", []), "without")),
        rises={_year(year): rise for year, rise in numbers(data.get("rises", {}), "rises").items()},
    )


def _bases(data: Plain) -> dict[str, Basis]:
    sources = mapping(data.get("sources", {}), "sources")
    found = {}
    for code, figures in mapping(data.get("basis", {}), "basis").items():
        source = mapping(sources.get(code, {}), f"sources: {code}")
        check_fields(source, ("on", "source"))
        found[code] = Basis(
            numbers(figures, f"basis: {code}"),
            _day(source["on"], f"sources: {code}") if "on" in source else None,
            texts([source["source"]], "sources")[0] if "source" in source else "",
        )
    return found


def _day(value: object, name: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise RuleError("share-file-field-wrong", name=name) from error


def _layer(value: object) -> Layer:
    data = mapping(value, "plus")
    check_fields(data, _LAYER)
    if "key" not in data:
        raise RuleError("share-file-field-missing", name="key")
    return Layer(
        _key(data["key"]),
        amount_cents=euros(data["amount"], "amount") if "amount" in data else None,
        rate_cents=number(data["rate"], "rate") * 100 if "rate" in data else None,
        only=frozenset(texts(data["only"], "only")) if "only" in data else None,
        rules=_rules(data),
        **{name: texts([data[name]], name)[0] for name in ("name", "measure") if name in data},
    )


def _key(value: object) -> Key:
    return per(value.strip()) if isinstance(value, str) else mix(numbers(value, "key"))


def _rules(data: Plain) -> Rules:
    return Rules(
        floors=_amounts(data.get("floors", {}), "floors"),
        caps=_amounts(data.get("caps", {}), "caps"),
        centre=_centre(data["centre"]) if "centre" in data else None,
        transition=_transition(data["transition"]) if "transition" in data else None,
    )


def _centre(value: object) -> Centre:
    data = _with_fields(value, "centre", "party", "part")
    return Centre(texts([data["party"]], "centre: party")[0], number(data["part"], "centre: part"))


def _transition(value: object) -> Transition:
    data = _with_fields(value, "transition", "before", "progress")
    before = _amounts(data["before"], "transition: before")
    return Transition(before, number(data["progress"], "transition: progress"))


def _with_fields(value: object, name: str, *fields: str) -> Plain:
    data = mapping(value, name)
    check_fields(data, fields)
    for field in fields:
        if field not in data:
            raise RuleError("share-file-field-missing", name=f"{name}: {field}")
    return data


def _amounts(value: object, name: str) -> dict[str, int]:
    found = mapping(value, name)
    return {party.strip(): euros(one, f"{name}: {party}") for party, one in found.items()}


def _years(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not value:
        raise RuleError("share-file-field-wrong", name="years")
    return tuple(dict.fromkeys(_year(one) for one in value))


def _year(value: object) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isdecimal() or len(text) > len("2026"):
        raise RuleError("share-file-field-wrong", name="years")
    return int(text)
