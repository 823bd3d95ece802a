# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where money comes from, and which money pays for what."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.sources import WHOLE, SourceKind

from .constraints import one_of

_REFERENCE_LENGTH = 64


def _share(field: str, name: str) -> models.CheckConstraint:
    condition = Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": WHOLE})
    return models.CheckConstraint(condition=condition, name=name)


class FundingSource(models.Model):
    """Money that somebody has for the region, with its rules; shares in hundredths of a percent."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="funding_sources")
    key = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind of source"), max_length=20)
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="funding_sources"
    )
    from_national = models.BooleanField(_("comes from the Rijk"), default=False)
    available_cents = models.PositiveBigIntegerField(_("available"), null=True, blank=True)
    most_share = models.PositiveIntegerField(_("pays at most"), null=True, blank=True)
    least_own_share = models.PositiveIntegerField(_("asks of the region"), null=True, blank=True)
    deviation = models.TextField(_("reason to deviate"), blank=True)
    programme = models.TextField(_("programme"), blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    link = models.URLField(_("link"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("source of money")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="funding_source_once"),
            one_of("kind", SourceKind, "funding_source_kind_known"),
            _share("most_share", "funding_source_most_share"),
            _share("least_own_share", "funding_source_least_own_share"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.name}"


class FundingLine(models.Model):
    """
    Money of one source for one measure; without a measure for the programme itself.

    On a commitment its party, rung and (unless this takes a part) amounts are those of it.
    """

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="funding_lines")
    key = models.CharField(_("code"), max_length=20)
    measure = models.CharField(_("code of the measure"), max_length=20, blank=True)
    source = models.ForeignKey(FundingSource, models.PROTECT, related_name="lines")
    beside = models.ForeignKey(
        FundingSource, models.PROTECT, null=True, blank=True, related_name="beside_lines"
    )
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="funding_lines"
    )
    year = models.PositiveIntegerField(_("year"), null=True, blank=True)
    amount_cents = models.PositiveBigIntegerField(_("amount"), null=True, blank=True)
    rung = models.CharField(_("how far"), max_length=20, default=Rung.MENTIONED)
    commitment = models.ForeignKey(
        "deals.Commitment", models.PROTECT, null=True, blank=True, related_name="funding_lines"
    )
    hours = models.PositiveIntegerField(_("hours"), null=True, blank=True)
    tariff_cents = models.PositiveBigIntegerField(_("tariff per hour"), null=True, blank=True)
    evidence = models.TextField(_("basis of the valuation"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("funding line")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="funding_line_once"),
            one_of("rung", Rung, "funding_line_rung_known"),
            models.CheckConstraint(
                condition=Q(amount_cents__isnull=False) | Q(commitment__isnull=False),
                name="funding_line_has_amount",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class FundingStep(models.Model):
    """One step of a line on the ladder; written once."""

    line = models.ForeignKey(FundingLine, models.CASCADE, related_name="steps")
    rung = models.CharField(_("how far"), max_length=20)
    was = models.CharField(max_length=20, blank=True)
    on = models.DateField(_("day"))
    at = models.DateTimeField()
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    evidence = models.TextField(_("evidence"), blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("step of a funding line")
        ordering = ["at", "pk"]
        constraints = [one_of("rung", Rung, "funding_step_rung_known")]

    def __str__(self) -> str:
        return f"{self.on}: {self.rung}"
