# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
An agenda, its versions, and the content of each version.

Things in a version know each other by ``key``, which stays the same from version to version.
Lists of classification codes are JSON: they are read with their row, never searched by.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.states import State


class Agenda(models.Model):
    """One joint agenda of a region."""

    region = models.OneToOneField("regions.Region", models.CASCADE, related_name="agenda")

    class Meta:
        verbose_name = _("agenda")

    def __str__(self) -> str:
        return str(self.region)


class Version(models.Model):
    """One version of an agenda; from adoption on its content is frozen with its digest."""

    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=20, default=State.DRAFT)
    state_since = models.DateTimeField(_("since"))
    adopted_at = models.DateTimeField(_("adopted"), null=True, blank=True)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    title = models.CharField(_("title"), max_length=300)
    starts_year = models.PositiveIntegerField(_("first year"))
    ends_year = models.PositiveIntegerField(_("last year"))
    about = models.TextField(_("about"), blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    snapshot = models.TextField(blank=True)
    # Derived from the content whenever it is written: see ``core.agenda.summary``.
    summary = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("version")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agenda", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["agenda"], condition=Q(state=State.DRAFT), name="one_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[str(state) for state in State]), name="version_state_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_year__gte=models.F("starts_year")), name="version_period_forward"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class Content(models.Model):
    """What every part of a version has."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="%(class)ss")
    position = models.PositiveIntegerField()
    key = models.CharField(_("code"), max_length=20)
    title = models.CharField(_("title"), max_length=300)
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="%(class)s_key_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Challenge(Content):
    """A societal challenge."""

    why = models.TextField(_("why"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    sides = models.JSONField(_("sides of the triangle"), default=list, blank=True)
    policy_fields = models.JSONField(_("policy fields"), default=list, blank=True)

    class Meta(Content.Meta):
        verbose_name = _("challenge")


class Line(Content):
    """A programme line."""

    about = models.TextField(_("about"), blank=True)
    lead = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="lines"
    )

    class Meta(Content.Meta):
        verbose_name = _("programme line")


class Goal(Content):
    """A goal: an indicator from a baseline to a target."""

    challenge = models.ForeignKey(
        Challenge, models.PROTECT, null=True, blank=True, related_name="goals"
    )
    line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="goals")
    owner = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="goals"
    )
    indicator = models.CharField(_("indicator"), max_length=300, blank=True)
    unit = models.CharField(_("unit"), max_length=50, blank=True)
    # Text, not DECIMAL: SQLite would round what a source gives in full.
    baseline = models.CharField(_("baseline"), max_length=40, blank=True)
    baseline_year = models.PositiveIntegerField(_("year of the baseline"), null=True, blank=True)
    target = models.CharField(_("target"), max_length=40, blank=True)
    target_year = models.PositiveIntegerField(_("year of the target"), null=True, blank=True)

    class Meta(Content.Meta):
        verbose_name = _("goal")


class Measure(Content):
    """What somebody will do."""

    about = models.TextField(_("about"), blank=True)
    line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="measures")
    challenges = models.ManyToManyField(Challenge, blank=True, related_name="measures")
    lead = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, blank=True, related_name="led_measures"
    )
    partners = models.ManyToManyField("parties.Party", blank=True, related_name="measures")
    phase = models.CharField(_("phase"), max_length=50, blank=True)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    sides = models.JSONField(_("sides of the triangle"), default=list, blank=True)
    policy_fields = models.JSONField(_("policy fields"), default=list, blank=True)
    needs = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="needed_by")

    class Meta(Content.Meta):
        verbose_name = _("measure")


class Cost(models.Model):
    """Cost of a measure in a year; without a year: for the whole period, not split."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="costs")
    year = models.PositiveIntegerField(_("year"), null=True, blank=True)
    amount_cents = models.PositiveBigIntegerField(_("amount"))
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("cost")
        ordering = [models.F("year").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(fields=["measure", "year"], name="cost_once_a_year"),
            models.UniqueConstraint(
                fields=["measure"], condition=Q(year__isnull=True), name="cost_undivided_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount_cents}"


class Contribution(models.Model):
    """What a measure is expected to add to a goal, in the goal's unit."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="contributions")
    position = models.PositiveIntegerField()
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="contributions")
    amount = models.CharField(_("expected contribution"), max_length=40, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("contribution")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "goal"], name="contribution_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal}: {self.amount}"


class Interest(models.Model):
    """What a party gets from and brings to a challenge, or to the agenda as a whole."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="interests")
    position = models.PositiveIntegerField()
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="interests")
    challenge = models.ForeignKey(
        Challenge, models.CASCADE, null=True, blank=True, related_name="interests"
    )
    gets = models.TextField(_("gets"), blank=True)
    brings = models.TextField(_("brings"), blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("interest")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "party", "challenge"], name="interest_once_per_challenge"
            ),
            models.UniqueConstraint(
                fields=["version", "party"],
                condition=Q(challenge__isnull=True),
                name="interest_once_overall",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.gets} / {self.brings}"


class Preview(models.Model):
    """A workbook that was read and waits, for one account, until somebody takes it over."""

    token = models.CharField(max_length=32, unique=True)
    account = models.ForeignKey("parties.Account", models.CASCADE, related_name="previews")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("workbook that waits")

    def __str__(self) -> str:
        return f"{self.account} {self.expires_at:%Y-%m-%d}"
