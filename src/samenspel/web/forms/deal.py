# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The form for the draft of a deal: its text, who signs, by which rule, and what it binds."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.deal import DealDraft, Sharing, SharingKind, Terms
from samenspel.core.deals.overdue import ESCALATION, Escalation, EscalationStep
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.text import NO_DRAFT, content_digest
from samenspel.core.errors import RuleError
from samenspel.web.forms.fields import Choices, Code, Count, Day, Text
from samenspel.web.forms.lists import Pairs, with_chosen
from samenspel.web.forms.record_form import RecordForm
from samenspel.web.forms.rows import add_cell
from samenspel.words.deals import ESCALATIONS, RULES, SHARINGS
from samenspel.words.labels import StateWords
from samenspel.words.promises import late_sentence

_TERMS = ("title", "text", "starts_on", "ends_on", "notice_days")
_AFTER, _WORDS = "late-days-", "late-words-"
"""How the fields of a step on what is late begin."""

_NOTICE = 90
"""Days that are proposed for a new deal."""


def _rules() -> Pairs:
    return [
        (kind.value, f"{capfirst(str(words.name))}. {words.meaning}")
        for kind, words in RULES.items()
    ]


def _sharings() -> Pairs:
    return [(kind.value, capfirst(str(name))) for kind, name in SHARINGS.items()]


class _Article(Text):
    """The text of a deal; how long it may be is for the rules of deals to say."""

    def run_validators(self, value: str) -> None:
        """Leave it to the act."""


class DealForm(RecordForm):
    """The draft of a deal; ``offers`` are the commitments that it could bind."""

    record_kind, record_type = "deal", DealDraft
    fixed = frozenset({"slug"})
    layout = "workbench/deal_fields.html"

    title = Text("title")
    slug = Code(
        "slug",
        help_text=_(
            "Small letters, digits and hyphens, such as techniekdeal. It stays, and is public "
            "once the deal is proposed."
        ),
    )
    text = _Article(
        "about",
        help_text=_("Markdown: ## before a heading, a hyphen and a space before each item."),
    )
    starts_on = Day(required=False)
    ends_on = Day(required=False, help_text=_("The last day; leave empty without an end."))
    parties = Choices(of="party", required=True)
    binds = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    rule = forms.TypedChoiceField(
        coerce=RuleKind,
        widget=forms.RadioSelect,
        choices=_rules,
    )
    at_least = Count(required=False, help_text=_("Only for the rule “at least a number”."))
    notice_days = Count(help_text=_("For so many days a party that leaves is still bound."))
    sharing = forms.TypedChoiceField(
        coerce=SharingKind,
        choices=_sharings,
        help_text=_("How the others would carry the money of a party that leaves."),
    )

    def __init__(
        self, *args: Any, offers: Pairs, slug: str = "", drafted: bool = True, **kwargs: Any
    ) -> None:
        self.drafted = drafted  # whether what is shown is a draft already, or only begins as one
        super().__init__(*args, **kwargs)
        binds: Any = self.fields["binds"]
        self.offers = dict(offers)
        binds.choices = with_chosen(offers, list(self.initial.get("binds", ())), self.offers)
        if self.item is None:
            self.initial.update(rule=RuleKind.ALL, sharing=SharingKind.EQUAL, notice_days=_NOTICE)
        else:
            self.initial["slug"] = slug
        terms = self.item.terms if self.item else None
        self._add_weights("votes", terms.rule.weights if terms else ())
        self._add_weights("share", terms.sharing.weights if terms else ())
        self._add_escalation(terms.when_late if terms else ESCALATION)

    def weights(self) -> Iterator[tuple[str, BoundField, BoundField]]:
        """Yield each party with its votes and its share."""
        for slug, name in self._everyone():
            yield name, self[f"votes-{slug}"], self[f"share-{slug}"]

    def escalation(self) -> Iterator[tuple[StateWords, BoundField, BoundField]]:
        """Yield each step on what is late with its days and its words."""
        for step, words in ESCALATIONS.items():
            yield words, self[f"{_AFTER}{step}"], self[f"{_WORDS}{step}"]

    @property
    def has_weights(self) -> bool:
        """Whether votes or shares were given, or are asked."""
        names = ("votes-", "share-")
        given = (self[name].value() for name in self.fields if name.startswith(names))
        asked = (str(self[name].value()) for name in ("rule", "sharing"))
        weighing = {str(RuleKind.WEIGHTED_MAJORITY), str(SharingKind.WEIGHTS)}
        return not weighing.isdisjoint(asked) or any(one not in (None, "") for one in given)

    def make(self) -> DealDraft:
        """Return the draft that was typed in; what it would change in commitments stays."""
        values = self.cleaned_data
        binds = tuple(self._as_record("binds", values["binds"]))
        parties = self._as_record("parties", values["parties"])
        by_votes = values["rule"] is RuleKind.WEIGHTED_MAJORITY
        by_share = values["sharing"] is SharingKind.WEIGHTS
        counted = values["rule"] is RuleKind.AT_LEAST
        terms = Terms(
            **{name: values[name] for name in _TERMS},
            parties=parties,
            rule=Rule(
                values["rule"],
                self._weights("votes", parties) if by_votes else (),
                values["at_least"] if counted else None,
            ),
            sharing=Sharing(values["sharing"], self._weights("share", parties) if by_share else ()),
            escalation=tuple(self._steps()),
        )
        changes = self.item.changes if self.item else ()
        return DealDraft(terms, binds, tuple(one for one in changes if one.key in binds))

    def digest(self, item: DealDraft) -> str:
        """Return by what to tell whether a draft is still what was seen."""
        return content_digest(item) if self.drafted else NO_DRAFT

    def parts(self, item: DealDraft) -> dict[str, Any]:
        """Return field -> value, terms and rule in their parts."""
        terms = item.terms
        return {
            **{name: getattr(terms, name) for name in _TERMS},
            "parties": terms.parties,
            "binds": item.binds,
            "rule": terms.rule.kind,
            "votes": terms.rule.weights,
            "at_least": terms.rule.at_least,
            "sharing": terms.sharing.kind,
            "share": terms.sharing.weights,
            "escalation": terms.when_late,
        }

    def told(self, name: str, value: Any) -> str:
        """Return a value as people read it, rules and weights too."""
        if isinstance(value, Weight):
            return f"{self.labels['party'].get(value.party, value.party)}: {value.weight}"
        if isinstance(value, EscalationStep):
            return late_sentence([value])
        if isinstance(value, RuleKind):
            return capfirst(str(RULES[value].name))
        if isinstance(value, SharingKind):
            return capfirst(str(SHARINGS[value]))
        if name == "binds":
            return self.offers.get(value, value) if value in self.offers else self._some(value)
        return super().told(name, value)

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about; what names no field is about what is bound."""
        about = {"unknown-commitment": "binds", "commitment-bound": "binds"}
        if error.params.get("field") == "escalation":
            return f"{_AFTER}{Escalation.REMINDER}"
        return about.get(error.code, super().field_of(error))

    def _some(self, value: Any) -> str:
        keys = value if isinstance(value, tuple) else (value,)
        return "; ".join(self.offers.get(key, str(key)) for key in keys) or super().told("", ())

    def _weights(self, of: str, parties: tuple[str, ...]) -> tuple[Weight, ...]:
        typed = {slug: self.cleaned_data.get(f"{of}-{slug}") for slug in parties}
        return tuple(Weight(slug, n) for slug, n in typed.items() if n is not None)

    def _add_weights(self, of: str, there: tuple[Weight, ...]) -> None:
        known = {one.party: one.weight for one in there}
        label = gettext("Votes of %(party)s") if of == "votes" else gettext("Share of %(party)s")
        for slug, name in self._everyone():
            field = Count(required=False, label=label % {"party": name})
            add_cell(self, f"{of}-{slug}", field, known.get(slug))

    def _steps(self) -> Iterator[EscalationStep]:
        """Yield the steps that have days; one without is skipped."""
        for step in Escalation:
            days, words = (self.cleaned_data.get(f"{of}{step}") for of in (_AFTER, _WORDS))
            if days is not None:
                yield EscalationStep(step, days, words or "")

    def _add_escalation(self, there: Iterable[EscalationStep]) -> None:
        known = {one.step: one for one in there}
        for step, words in ESCALATIONS.items():
            of = {"step": words.name}
            after = Count(required=False, label=gettext("Days until the step “%(step)s”") % of)
            said = Text(
                "name",
                required=False,
                label=gettext("What happens at the step “%(step)s”") % of,
            )
            one = known.get(step)
            add_cell(self, f"{_AFTER}{step}", after, one.after_days if one else None)
            add_cell(self, f"{_WORDS}{step}", said, one.words if one else "")

    def _everyone(self) -> Pairs:
        parties: Any = self.fields["parties"]
        return list(parties.choices)
