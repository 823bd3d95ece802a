# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the cash, every payment, and the tables that are handed in for SiSa."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.funding.cash import Direction, PaymentKind

from .constraints import one_of

_REFERENCE_LENGTH = 64


class Cashier(models.Model):
    """The party that receives and pays for the region."""

    region = models.OneToOneField("regions.Region", models.CASCADE, related_name="cashier")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="cashier_of")

    class Meta:
        verbose_name = _("cashier")

    def __str__(self) -> str:
        return str(self.party)


class Payment(models.Model):
    """One payment, received or made; written once, put right by a counter-entry."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="payments")
    reference = models.CharField(_("reference"), max_length=40)
    day = models.DateField(_("day"))
    direction = models.CharField(_("direction"), max_length=10)
    kind = models.CharField(_("kind of payment"), max_length=20)
    source = models.ForeignKey("funding.FundingSource", models.PROTECT, related_name="payments")
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="payments"
    )
    measure = models.CharField(_("code of the measure"), max_length=20, blank=True)
    year = models.PositiveIntegerField(_("year"))
    amount_cents = models.PositiveBigIntegerField(_("amount"))
    evidence = models.CharField(_("evidence"), max_length=300)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("payment")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "reference"], name="payment_once"),
            one_of("direction", Direction, "payment_direction_known"),
            one_of("kind", PaymentKind, "payment_kind_known"),
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="payment_of_something"),
        ]

    def __str__(self) -> str:
        return self.reference


class SisaTable(models.Model):
    """Which columns are handed in for a source."""

    source = models.OneToOneField(
        "funding.FundingSource", models.CASCADE, related_name="sisa_table"
    )
    scheme = models.CharField(_("code of the arrangement"), max_length=20, blank=True)
    columns = models.JSONField(_("columns"))

    class Meta:
        verbose_name = _("SiSa table")

    def __str__(self) -> str:
        return str(self.source)


class SisaYear(models.Model):
    """
    One version of a year of a table.

    Open, it holds what was typed; locked, also the text as it was handed in, with its digest.
    """

    table = models.ForeignKey(SisaTable, models.CASCADE, related_name="years")
    year = models.PositiveIntegerField(_("year"))
    number = models.PositiveIntegerField(_("version"), default=1)
    reason = models.TextField(_("why it was opened again"), blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    text = models.TextField(blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True)

    class Meta:
        verbose_name = _("year of a SiSa table")
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "year", "number"], name="sisa_year_version_once"
            ),
            models.UniqueConstraint(
                fields=["table", "year"],
                condition=Q(locked_at__isnull=True),
                name="sisa_year_open_once",
            ),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True, digest="", text="")
                | (Q(locked_at__isnull=False) & ~Q(digest="") & ~Q(text="")),
                name="sisa_year_locked_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} ({self.number})"
