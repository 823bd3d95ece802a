# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for the funding plan: a source with its rules, and a line."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.text import content_digest
from samenspel.core.errors import RuleError
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Choice, Code, Count, Day, Euros, Quantity, Text, Year
from samenspel.web.forms.lists import Pairs, with_chosen, with_empty
from samenspel.web.forms.people import WebAddress
from samenspel.web.forms.record_form import RecordForm
from samenspel.words.formats import euro
from samenspel.words.funding import SOURCE_KINDS, share

_FIELDS = {
    "unknown-party": "party",
    "unknown-target": "measure",
    "unknown-commitment": "commitment",
    "key-taken": "key",
    "funding-other-party": "party",
    "funding-other-measure": "measure",
    "funding-no-amount": "year",
    "funding-on-a-step": "commitment",
}
"""Code of a refusal -> the field it is about."""


class Percent(Quantity):
    """A part of the whole, typed as a percentage; its value is hundredths of a percent."""

    def prepare_value(self, value: Any) -> Any:
        """Show a part as a percentage."""
        return super().prepare_value(Decimal(value) / 100 if isinstance(value, int) else value)

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        """Return hundredths of a percent; no finer part is kept."""
        number = super().to_python(value)
        if number is None:
            return None
        if number * 100 != int(number * 100) or abs(number) > 100:  # noqa: PLR2004 - the whole
            message = _("Type a percentage with at most two decimals, such as 50 or 12,5.")
            raise ValidationError(message, code="invalid")
        return int(number * 100)


class _PlanForm(RecordForm):
    """What both have in common; ``mine`` are the parties for which one may plan, None for all."""

    def __init__(self, *args: Any, mine: Sequence[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mine is not None:
            field: Any = self.fields["party"]
            field.choices = [pair for pair in field.choices if pair[0] in mine]

    def digest(self, item: Any) -> str:
        """Return by what to tell whether something is still what was seen."""
        return content_digest(item)

    def told(self, name: str, value: Any) -> str:
        """Return a value as people read it."""
        if isinstance(value, SourceKind):
            return str(SOURCE_KINDS[value])
        if isinstance(value, int) and name.endswith("_cents"):
            return euro(value)
        if isinstance(value, int) and name.endswith("_share"):
            return share(value)
        return super().told(name, value)

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about."""
        return _FIELDS.get(error.code, super().field_of(error))


def _kinds() -> Pairs:
    return [(kind.value, capfirst(str(name))) for kind, name in SOURCE_KINDS.items()]


class SourceForm(_PlanForm):
    """A source of money."""

    record_kind, record_type = "funding-source", Source
    fixed = frozenset({"key"})

    key = Code("key", help_text=_("Short, such as G7. It stays the same."))
    name = Text("name", help_text=_("As people know it, such as Regio Deal."))
    kind = forms.TypedChoiceField(coerce=SourceKind, choices=_kinds)
    party = Choice(
        of="party", required=False, help_text=_("None when it is no party of the region.")
    )
    from_national = forms.BooleanField(
        required=False,
        help_text=_("Also when somebody else passes it on, such as a province."),
    )
    available_cents = Euros(required=False, help_text=_("What there is for the region, in euros."))
    most_share = Percent(
        required=False, help_text=_("At most this percentage of what it takes part in.")
    )
    least_own_share = Percent(
        required=False,
        help_text=_("The region puts in at least this percentage of both together; 50 is as much."),
    )
    deviation = Text(
        "about", required=False, help_text=_("Only when less was agreed: why, and where it stands.")
    )
    programme = Text("about", required=False, help_text=_("Its conditions, in plain words."))
    ends_on = Day(label=_("Last day"), required=False)
    evidence = Text("evidence", required=False, help_text=_("The letter or decision it rests on."))
    link = WebAddress(
        label=_("Web address"), required=False, max_length=1000, assume_scheme="https"
    )


class LineForm(_PlanForm):
    """A line of the plan; ``sources`` and ``promises`` are (code, label)."""

    record_kind, record_type = "funding-line", FundingLine
    fixed = frozenset({"key"})

    key = Code("key", help_text=_("Short, such as R7. It stays the same."))
    source = forms.ChoiceField(label=_("Source of money"))
    measure = Choice(of="measure", required=False, help_text=_("None: for the programme itself."))
    commitment = forms.ChoiceField(
        required=False,
        help_text=_("Then party, amount and step come from it, and are not kept twice."),
    )
    party = Choice(of="party", required=False, help_text=_("Who pays, unless the source says so."))
    year = Year(required=False, help_text=_("Empty: for the whole period, not split by year."))
    amount_cents = Euros(
        required=False,
        help_text=_("In euros. Empty on a commitment: all that it holds in that year."),
    )
    beside = forms.ChoiceField(
        required=False,
        help_text=_("The source for which this counts as money of the region. It counts once."),
    )
    hours = Count(required=False, help_text=_("For what is given in kind."))
    tariff_cents = Euros(required=False, help_text=_("In euros; hours times this is the amount."))
    evidence = Text(
        "evidence",
        required=False,
        help_text=_("On what the value in kind rests. Without it, it does not count."),
    )
    note = Text("about", required=False)

    def __init__(self, *args: Any, sources: Pairs, promises: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("source", sources)
        self._offer("beside", with_empty(sources))
        self._offer("commitment", with_empty(promises))

    def _offer(self, name: str, pairs: Pairs) -> None:
        field: Any = self.fields[name]
        before = [self.initial[name]] if self.initial.get(name) else []
        field.choices = with_chosen(pairs, before, {})


class PlanFileForm(ActForm):
    """A file with a funding plan."""

    plan = forms.FileField(
        label=_("File"), help_text=_("An xlsx or ods file, or a zip with csv files.")
    )
