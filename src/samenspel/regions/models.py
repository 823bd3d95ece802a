# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A region, its dated members and the words it uses."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.own_figures import DIRECTIONS, MAX_DECIMALS, MAX_DIGITS, RULES
from samenspel.core.region_record import SCHEMES


class Region(models.Model):
    """A scale at which parties keep one agenda: a labour market region, a province, their own."""

    slug = models.SlugField(_("address"), max_length=50, unique=True)
    title = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind of region"), max_length=50)
    code = models.CharField(_("code"), max_length=10, blank=True)
    fictional = models.BooleanField(_("fictional"), default=False)
    summary = models.TextField(_("what is special here"), blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("region")
        ordering = ["title", "slug"]

    def __str__(self) -> str:
        return self.title


class Term(models.Model):
    """One dated word of a classification; the region may rename, end and add words."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="terms")
    position = models.PositiveIntegerField()
    scheme = models.CharField(_("classification"), max_length=30)
    code = models.CharField(_("code"), max_length=50)
    label_nl = models.CharField(_("label in Dutch"), max_length=300)
    label_en = models.CharField(_("label in English"), max_length=300)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("term")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(scheme__in=SCHEMES), name="term_scheme_known"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gt=F("valid_from")),
                name="term_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Municipality(models.Model):
    """A municipality while it is a member of the region; ``until`` is the first day after."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="municipalities")
    position = models.PositiveIntegerField()
    code = models.CharField(_("CBS code"), max_length=10)
    name = models.CharField(_("name"), max_length=300)
    since = models.DateField(_("member since"), null=True, blank=True)
    until = models.DateField(_("member until"), null=True, blank=True)

    class Meta:
        verbose_name = _("municipality")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="municipality_once_in_region"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gt=F("since")),
                name="municipality_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Inhabitants(models.Model):
    """How many people live in a municipality on 1 January of a year."""

    municipality = models.ForeignKey(Municipality, models.CASCADE, related_name="inhabitants")
    year = models.PositiveIntegerField(_("year"))
    people = models.PositiveIntegerField(_("inhabitants"))
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("inhabitants")
        ordering = ["municipality__position", "year"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "year"], name="inhabitants_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.people} ({self.year})"


class OwnIndicator(models.Model):
    """A figure of the region's own in one year: what it means, and how it adds up."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="own_indicators")
    code = models.CharField(_("code"), max_length=20)
    period = models.PositiveIntegerField(_("year"))
    name = models.CharField(_("name"), max_length=300)
    unit = models.CharField(_("unit"), max_length=50)
    direction = models.CharField(_("direction"), max_length=20)
    rule = models.CharField(_("aggregation rule"), max_length=10)
    source = models.CharField(_("source"), max_length=1000)
    licence = models.CharField(_("licence"), max_length=300)

    class Meta:
        verbose_name = _("own indicator")
        ordering = ["code", "period"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code", "period"], name="own_indicator_once_a_year"
            ),
            models.CheckConstraint(condition=Q(rule__in=RULES), name="own_indicator_rule_known"),
            models.CheckConstraint(
                condition=Q(direction__in=DIRECTIONS), name="own_indicator_direction_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.period}"


class OwnObservation(models.Model):
    """The value of an own indicator in a municipality."""

    indicator = models.ForeignKey(OwnIndicator, models.CASCADE, related_name="observations")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="own_observations")
    value = models.DecimalField(
        _("value"), max_digits=MAX_DIGITS + MAX_DECIMALS, decimal_places=MAX_DECIMALS
    )

    class Meta:
        verbose_name = _("own observation")
        ordering = ["indicator", "municipality__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "municipality"], name="own_observation_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.value)
