# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Commitments with how far each is; deals with their versions, signatures and withdrawals.

A commitment has its own row, which lives on while it climbs the ladder. A version of a deal holds
its content as one text: a draft as it is written, from proposal on exactly what is signed.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.commitment import Kind, Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.states import PRIVATE, DealState

_REFERENCE_LENGTH = 64


def _one_of(field: str, values: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    known = [str(value) for value in values]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=name)


def _forward(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(ends_on__isnull=True)
        | Q(starts_on__isnull=True)
        | Q(ends_on__gte=F("starts_on")),
        name=name,
    )


class Commitment(models.Model):
    """What a party promises; ``published`` once everyone could read it, and from then on."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="commitments")
    key = models.CharField(_("code"), max_length=20)
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="commitments")
    target = models.CharField(_("to what"), max_length=60)
    kind = models.CharField(_("kind of commitment"), max_length=20)
    what = models.TextField(_("what"))
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    hours = models.PositiveIntegerField(_("hours"), null=True, blank=True)
    valuation_cents = models.PositiveBigIntegerField(_("valuation"), null=True, blank=True)
    valuation_evidence = models.TextField(_("basis of the valuation"), blank=True)
    helps = models.ManyToManyField("parties.Party", blank=True, related_name="helped_by")
    in_return = models.TextField(_("in return"), blank=True)
    mandate = models.ForeignKey(
        "parties.Mandate", models.SET_NULL, null=True, blank=True, related_name="commitments"
    )
    organ = models.CharField(_("decided by"), max_length=300, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decision_link = models.URLField(_("decision"), max_length=1000, blank=True)
    rung = models.CharField(_("how far"), max_length=20, default=Rung.MENTIONED)
    published = models.BooleanField(default=False, editable=False)
    explanation = models.TextField(_("explanation"), blank=True)
    explained_at = models.DateTimeField(_("explained"), null=True, blank=True)

    class Meta:
        verbose_name = _("commitment")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="commitment_key_once"),
            _one_of("kind", Kind, "commitment_kind_known"),
            _one_of("rung", Rung, "commitment_rung_known"),
            _forward("commitment_period_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.what[:80]}"


class PledgedAmount(models.Model):
    """Money of a commitment in a year."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="amounts")
    year = models.PositiveIntegerField(_("year"))
    amount_cents = models.PositiveBigIntegerField(_("amount"))

    class Meta:
        verbose_name = _("pledged amount")
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "year"], name="pledged_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount_cents}"


class Condition(models.Model):
    """On what a commitment depends: who fulfils it, by when, and what came of it."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="conditions")
    position = models.PositiveIntegerField()
    text = models.TextField(_("condition"))
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="conditions"
    )
    who = models.CharField(_("who else fulfils it"), max_length=300, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, default=Outcome.OPEN)
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    evidence = models.TextField(_("evidence"), blank=True)

    class Meta:
        verbose_name = _("condition")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "position"], name="condition_in_order"),
            _one_of("outcome", Outcome, "condition_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.OPEN, settled_on__isnull=True)
                | (~Q(outcome=Outcome.OPEN) & Q(settled_on__isnull=False)),
                name="condition_settled_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Step(models.Model):
    """One step of a commitment on the ladder; written once."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="steps")
    rung = models.CharField(_("how far"), max_length=20)
    was = models.CharField(max_length=20, blank=True)
    on = models.DateField(_("day"))
    at = models.DateTimeField()
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    evidence = models.TextField(_("evidence"), blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("step")
        ordering = ["at", "pk"]
        constraints = [_one_of("rung", Rung, "step_rung_known")]

    def __str__(self) -> str:
        return f"{self.on}: {self.rung}"


class Deal(models.Model):
    """An agreement between parties, through all its versions."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="deals")
    slug = models.SlugField(_("address"), max_length=50)

    class Meta:
        verbose_name = _("deal")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["region", "slug"], name="deal_once")]

    def __str__(self) -> str:
        return self.slug


class DealVersion(models.Model):
    """One version of a deal; ``based_on`` the one in force that it would amend."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, default=DealState.DRAFT)
    state_since = models.DateTimeField(_("since"))
    title = models.CharField(_("title"), max_length=300)
    content = models.TextField()
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    lapses_on = models.DateField(_("lapses"), null=True, blank=True)
    in_force_at = models.DateTimeField(_("in force since"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    escalation = models.TextField(_("when a commitment is late"), blank=True)
    parties = models.ManyToManyField(
        "parties.Party", through="Signatory", related_name="deal_versions"
    )
    commitments = models.ManyToManyField(Commitment, blank=True, related_name="deal_versions")

    class Meta:
        verbose_name = _("version of a deal")
        ordering = ["deal", "number"]
        constraints = [
            models.UniqueConstraint(fields=["deal", "number"], name="deal_version_once"),
            models.UniqueConstraint(
                fields=["deal"], condition=Q(state=DealState.IN_FORCE), name="deal_in_force_once"
            ),
            models.UniqueConstraint(
                fields=["deal"],
                condition=Q(state__in=[DealState.DRAFT, DealState.PROPOSED]),
                name="deal_open_once",
            ),
            _one_of("state", DealState, "deal_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(PRIVATE)) | ~Q(digest=""), name="deal_shown_is_sealed"
            ),
            _forward("deal_period_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class Signatory(models.Model):
    """A party at the table; ``must_sign``: the version is not in force without it."""

    version = models.ForeignKey(DealVersion, models.CASCADE, related_name="signatories")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="signatories")
    position = models.PositiveIntegerField()
    must_sign = models.BooleanField(_("must sign"), default=False)

    class Meta:
        verbose_name = _("party that signs")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "party"], name="signatory_once")]

    def __str__(self) -> str:
        return str(self.party)


class Signature(models.Model):
    """
    That a party agrees to exactly the text with this digest; written once.

    One that was taken back before the version was in force stays, with when and why.
    """

    version = models.ForeignKey(DealVersion, models.PROTECT, related_name="signatures")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="signatures")
    digest = models.CharField(_("digest"), max_length=64)
    mandate = models.ForeignKey("parties.Mandate", models.PROTECT, related_name="signatures")
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    at = models.DateTimeField(_("signed"))
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("signature")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "party"],
                condition=Q(taken_back_at__isnull=True),
                name="signed_once",
            ),
            models.CheckConstraint(condition=~Q(digest=""), name="signed_over_a_text"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_reason="")
                | (Q(taken_back_at__gte=F("at")) & ~Q(taken_back_reason="")),
                name="taken_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.at:%Y-%m-%d}"


class Reservation(models.Model):
    """What a party holds back while it signs, on a clause or a commitment."""

    signature = models.ForeignKey(Signature, models.CASCADE, related_name="reservations")
    position = models.PositiveIntegerField()
    text = models.TextField(_("reservation"))
    clause = models.CharField(_("clause"), max_length=300, blank=True)
    commitment = models.CharField(_("code"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("reservation")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(clause="") | ~Q(commitment=""), name="reservation_on_something"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Withdrawal(models.Model):
    """That a party leaves a deal: why, and from which day it is no longer bound."""

    version = models.ForeignKey(DealVersion, models.PROTECT, related_name="withdrawals")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="withdrawals")
    reason = models.TextField(_("reason"))
    given_on = models.DateField(_("notice given"))
    effective_on = models.DateField(_("no longer bound from"))
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("withdrawal")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "party"], name="withdrawn_once"),
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("given_on")), name="withdrawal_after_notice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.effective_on}"
