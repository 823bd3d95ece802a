# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The form for the draft of an allocation: parties, years, parts with their keys, figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from samenspel.core.funding.allocation import MOST_YEARS
from samenspel.core.limits import decimal_text
from samenspel.core.region_record import Inhabitants
from samenspel.core.sharing.keys import EQUAL, INHABITANTS, Basis, Key, mix
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.rounding import Number
from samenspel.core.sharing.rules import Centre, Rules, Transition
from samenspel.core.sharing.scenario import Scenario
from samenspel.funding.queries.allocations import AllocationFacts
from samenspel.funding.services.allocations import AllocationDraft
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Code, Day, Euros, Quantity, Text, Year
from samenspel.web.forms.lines import Lines, Years, cents, euros_text, figures_text, quantity
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.words.allocations import BASES, basis_name

BLANK_LAYERS = 2
"""Empty parts after those that are there."""

_ALL = 100
_KEYS = (EQUAL, *BASES)


@dataclass(frozen=True, slots=True)
class Known:
    """What a form can choose from: parties, counts of inhabitants, allocations before."""

    parties: Mapping[str, str]
    municipalities: Mapping[str, str]
    inhabitants: Sequence[Inhabitants]
    before: Pairs


@dataclass(frozen=True, slots=True)
class LayerFields:
    """The fields of one part."""

    number: int
    fields: dict[str, BoundField]
    weights: list[tuple[str, BoundField]]
    is_ruled: bool
    is_blank: bool


class AllocationForm(ActForm):
    """A draft of an allocation; ``item`` is what there is, None for a new one."""

    layout = "workbench/allocation_fields.html"

    key = Code("key")
    title = Text("title")
    note = Text("about", required=False)
    first_year = Year()
    last_year = Year()
    based_on = forms.ChoiceField(required=False)
    parties = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    counted = forms.ChoiceField(required=False)
    limits = Lines(cells=1, read=cents)
    rises = Years()
    game = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 6, "class": "lines"})
    )

    def __init__(self, data: Any, *, known: Known, item: AllocationFacts | None, key: str) -> None:
        self.known, self.item = known, item
        self.plan = item.reckoned().plan if item else None
        super().__init__(data, initial=self._initial(key))
        self._describe()
        layers = self.plan.layers if self.plan else ()
        self._count = len(layers) + BLANK_LAYERS
        for number in range(self._count):
            self._add_layer(number, layers[number] if number < len(layers) else None)
        for code in BASES:
            self._add_basis(code)
        for field in self.fields.values():
            if isinstance(field, Lines):
                field.names = known.parties

    def layers(self) -> Iterator[LayerFields]:
        """Yield the fields of each part."""
        for number in range(self._count):
            names = ("name", "amount", "rate", "only", "bounds", "centre", "extra", "before")
            fields = {name: self[f"{name}-{number}"] for name in (*names, "progress")}
            weights = [(basis_name(code), self[f"{code}-{number}"]) for code in _KEYS]
            ruled = ("bounds", "centre", "extra", "before", "progress")
            is_ruled = any(fields[name].value() for name in ruled)
            asks = any(fields[name].value() for name in ("name", "amount", "rate"))
            is_blank = bool(number) and not asks and not any(f.errors for f in fields.values())
            yield LayerFields(number + 1, fields, weights, is_ruled, is_blank)

    def bases(self) -> Iterator[tuple[str, BoundField, BoundField, BoundField, bool]]:
        """Yield each basis with its figures, day and source, and whether there are figures."""
        for code in BASES:
            figures = self[f"figures-{code}"]
            name = basis_name(code)
            yield name, figures, self[f"on-{code}"], self[f"source-{code}"], bool(figures.value())

    def make(self) -> AllocationDraft:
        """
        Return the draft that was typed in.

        Raises:
            RuleError: why a key or part cannot be, as ``Key`` and ``Layer``.
        """
        values = self.cleaned_data
        parties = tuple(values["parties"])
        first, last = values["first_year"], values["last_year"]
        plan = Scenario(
            parties,
            tuple(range(first, min(last, first + MOST_YEARS) + 1)),
            tuple(self._layers()),
            self._bases(parties),
            limits={party: cells[0] for party, cells in values["limits"].items() if cells[0]},
            rises={int(year): cells[0] for year, cells in values["rises"].items() if cells[0]},
        )
        return AllocationDraft(
            values["title"], plan, values["note"], values["based_on"], values["game"]
        )

    def _initial(self, key: str) -> dict[str, Any]:
        if self.item is None or self.plan is None:
            parties = [slug for slug in self.known.parties if slug in self.known.municipalities]
            counted = self._counted()[-1][0] if self._counted() else ""
            return {"key": key, "parties": parties, "counted": counted}
        plan, names = self.plan, self.known.parties
        return {
            "key": key,
            "title": self.item.title,
            "note": self.item.note,
            "first_year": min(plan.years),
            "last_year": max(plan.years),
            "based_on": self.item.based_on,
            "parties": list(plan.parties),
            "limits": euros_text({p: [int(rate)] for p, rate in plan.limits.items()}, names),
            "rises": figures_text({str(y): r for y, r in sorted(plan.rises.items())}, {}),
            "game": self.item.game,
            "seen": self.item.seen,
        }

    def _describe(self) -> None:
        choices: dict[str, Pairs] = {
            "parties": list(self.known.parties.items()),
            "based_on": with_empty(self.known.before),
            "counted": [("", _("as typed below")), *self._counted()],
        }
        for name, pairs in choices.items():
            field: Any = self.fields[name]
            field.choices = pairs
        for name, (label, help_text) in _words().items():
            self.fields[name].label, self.fields[name].help_text = label, help_text

    def _counted(self) -> Pairs:
        """Return the years of which the inhabitants of every municipality are known."""
        wanted = set(self.known.municipalities.values())
        years: dict[int, set[str]] = {}
        for one in self.known.inhabitants:
            years.setdefault(one.year, set()).add(one.municipality)
        return [
            (str(year), _("1 January %(year)s") % {"year": year})
            for year, codes in sorted(years.items())
            if wanted and wanted <= codes
        ]

    def _add_layer(self, number: int, layer: Layer | None) -> None:
        names = self.known.parties
        fields: dict[str, forms.Field] = {
            "name": Text("title", required=False, label=_("Name")),
            "amount": Euros(required=False, label=_("Amount a year, in euros")),
            "rate": Quantity(required=False, label=_("or a rate per unit, in euros")),
            "only": forms.MultipleChoiceField(
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=list(names.items()),
                label=_("Only asked of"),
                help_text=_("Tick nobody to ask all parties."),
            ),
            "bounds": Lines(
                cells=2,
                read=cents,
                label=_("At least and at most"),
                help_text=_("A line per party, in euros a year: Almelo; 1000; 50000"),
            ),
            "centre": forms.ChoiceField(
                required=False,
                choices=with_empty(list(names.items())),
                label=_("Centre municipality"),
            ),
            "extra": Quantity(required=False, label=_("pays this percentage first")),
            "before": Lines(
                cells=1,
                read=cents,
                label=_("What was paid before, for a transition"),
                help_text=_("A line per party, in euros: Almelo; 12500"),
            ),
            "progress": Quantity(
                required=False, label=_("of which the key now counts, in percent")
            ),
        }
        for code in _KEYS:
            label = _("Weight of %(basis)s") % {"basis": basis_name(code)}
            fields[code] = Quantity(required=False, label=label)
            fields[code].widget.attrs["aria-label"] = label
        there = _layer_initial(layer, names) if layer else {}
        for name, field in fields.items():
            self.fields[f"{name}-{number}"] = field
            self.initial[f"{name}-{number}"] = there.get(name)

    def _add_basis(self, code: str) -> None:
        basis = self.plan.bases.get(code) if self.plan else None
        self.fields[f"figures-{code}"] = Lines(
            cells=1,
            read=quantity,
            label=_("Figures"),
            help_text=_("A line per party, or paste two columns of a spreadsheet: Almelo; 73132"),
        )
        self.fields[f"on-{code}"] = Day(required=False, label=_("On the day"))
        self.fields[f"source-{code}"] = Text("source", required=False, label=_("Source"))
        if basis:
            self.initial[f"figures-{code}"] = figures_text(basis.figures, self.known.parties)
            self.initial[f"on-{code}"] = basis.on
            self.initial[f"source-{code}"] = basis.source

    def _layers(self) -> Iterator[Layer]:
        values = self.cleaned_data
        for number in range(self._count):
            typed = {name: values.get(f"{name}-{number}") for name in ("amount", "rate")}
            if typed["amount"] is None and typed["rate"] is None:
                continue
            rate = typed["rate"]
            only = frozenset(values[f"only-{number}"])
            yield Layer(
                self._key(number),
                amount_cents=typed["amount"],
                rate_cents=None if rate is None else Fraction(rate) * _ALL,
                only=only or None,
                rules=self._rules(number),
                name=values[f"name-{number}"],
                measure=self._measure(number),
            )

    def _key(self, number: int) -> Key:
        weights = {code: self.cleaned_data[f"{code}-{number}"] for code in _KEYS}
        typed = {code: Fraction(weight) for code, weight in weights.items() if weight}
        return mix(typed or {INHABITANTS: Fraction(1)})

    def _measure(self, number: int) -> str:
        layers = self.plan.layers if self.plan else ()
        return layers[number].measure if number < len(layers) else ""

    def _rules(self, number: int) -> Rules:
        values = self.cleaned_data
        bounds: dict[str, list[int | None]] = values[f"bounds-{number}"]
        centre, extra = values[f"centre-{number}"], values[f"extra-{number}"]
        before, progress = values[f"before-{number}"], values[f"progress-{number}"]
        return Rules(
            floors={party: cells[0] for party, cells in bounds.items() if cells[0] is not None},
            caps={party: cells[1] for party, cells in bounds.items() if cells[1] is not None},
            centre=Centre(centre, _part(extra)) if centre and extra is not None else None,
            transition=Transition(
                {party: cells[0] or 0 for party, cells in before.items()}, _part(progress)
            )
            if before and progress is not None
            else None,
        )

    def _bases(self, parties: Sequence[str]) -> dict[str, Basis]:
        values, found = self.cleaned_data, {}
        for code in BASES:
            figures = {
                p: cells[0]
                for p, cells in values[f"figures-{code}"].items()
                if cells[0] is not None
            }
            if figures:
                found[code] = Basis(figures, values[f"on-{code}"], values[f"source-{code}"])
        if year := values["counted"]:
            found[INHABITANTS] = self._inhabitants(int(year), parties)
        return found

    def _inhabitants(self, year: int, parties: Sequence[str]) -> Basis:
        """Return the inhabitants of a year from the tables of the region."""
        rows = {one.municipality: one for one in self.known.inhabitants if one.year == year}
        codes = {party: self.known.municipalities.get(party, "") for party in parties}
        figures = {party: rows[code].people for party, code in codes.items() if code in rows}
        sources = {rows[code].source for code in codes.values() if code in rows}
        return Basis(figures, date(year, 1, 1), "; ".join(sorted(filter(None, sources))))


def _words() -> dict[str, tuple[str, str]]:
    return {
        "key": (_("Code"), _("Such as V1; it stays, and invoices carry it.")),
        "title": (_("Title"), ""),
        "note": (_("Note"), _("Where it comes from, and what is uncertain.")),
        "first_year": (_("First year"), ""),
        "last_year": (_("Last year"), ""),
        "based_on": (_("Follows allocation"), _("A new decision is a new allocation.")),
        "parties": (_("Parties"), ""),
        "counted": (_("Inhabitants on"), _("From the tables of the region.")),
        "limits": (
            _("Pays at most per inhabitant a year"),
            _("A line per party, in euros: Almelo; 5,00. What is above it is a gap."),
        ),
        "rises": (
            _("Rises"),
            _("A line per year with the percentage by which all goes up: 2028; 2,5"),
        ),
        "game": (
            _("Costs of groups, to hold beside the key"),
            _("JSON as for the command samenspel share, with the codes of the parties. Optional."),
        ),
    }


def _layer_initial(layer: Layer, names: Mapping[str, str]) -> dict[str, Any]:
    rules = layer.rules
    bounds = {
        party: [rules.floors.get(party), rules.caps.get(party)]
        for party in dict.fromkeys([*rules.floors, *rules.caps])
    }
    rate = layer.rate_cents
    there: dict[str, Any] = {
        "name": layer.name,
        "amount": layer.amount_cents,
        "rate": None if rate is None else _decimal(Fraction(rate) / _ALL),
        "only": sorted(layer.only or ()),
        "bounds": euros_text(bounds, names),
    }
    if rules.centre:
        there["centre"], there["extra"] = rules.centre.party, _percent(rules.centre.extra)
    if rules.transition:
        before = {party: [one] for party, one in rules.transition.before.items()}
        there["before"] = euros_text(before, names)
        there["progress"] = _percent(rules.transition.progress)
    return there | {part.basis: _decimal(part.weight) for part in layer.key.parts}


def _part(percentage: Decimal | None) -> Fraction:
    return Fraction(percentage or 0) / _ALL


def _percent(part: Fraction) -> Decimal:
    return _decimal(part * _ALL)


def _decimal(number: Number) -> Decimal:
    """Return a number as it can be typed; a fraction such as 1/3 loses its end."""
    exact = Fraction(number)
    return Decimal(decimal_text(Decimal(exact.numerator) / exact.denominator))
