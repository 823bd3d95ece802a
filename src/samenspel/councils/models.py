# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Councils with their meetings, days of the board, and what all councils are asked.

What the law says stands in ``core.calendar``; here is what a region itself knows and agreed.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import Event


def _one_of(field: str, values: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    known = [str(value) for value in values]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=name)


class CalendarRules(models.Model):
    """In what legal form a region works together, and how full its calendar may be."""

    region = models.OneToOneField(
        "regions.Region", models.CASCADE, related_name="calendar_rules", primary_key=True
    )
    form = models.CharField(_("form of cooperation"), max_length=20, default=LegalForm.COVENANT)
    mixed = models.BooleanField(_("a province takes part too"), default=False)
    least = models.PositiveIntegerField(_("fewest meetings in time"), default=2)
    most = models.PositiveIntegerField(_("most decisions in a meeting"), default=2)

    class Meta:
        verbose_name = _("calendar rules")
        constraints = [_one_of("form", LegalForm, "calendar_form_known")]

    def __str__(self) -> str:
        return self.form


class Council(models.Model):
    """The council of a municipality that takes part."""

    party = models.OneToOneField(
        "parties.Party", models.PROTECT, related_name="council", primary_key=True
    )
    name = models.CharField(_("name"), max_length=300)
    office = models.CharField(_("clerk's office"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("council")
        ordering = ["party__position"]

    def __str__(self) -> str:
        return self.name


class AgreedTerm(models.Model):
    """
    A term that the region agreed on, or that one municipality asks.

    Either ``days`` from the event ``of``, or before a day of a year, counted in ``years`` from the
    budget year.
    """

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="agreed_terms")
    position = models.PositiveIntegerField()
    event = models.CharField(_("for what"), max_length=30)
    days = models.IntegerField(_("days"), null=True, blank=True)
    of = models.CharField(_("counted from"), max_length=30, blank=True)
    years = models.SmallIntegerField(_("years from the budget year"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    day = models.PositiveSmallIntegerField(_("day of the month"), null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=300)
    council = models.ForeignKey(Council, models.CASCADE, null=True, blank=True)

    class Meta:
        verbose_name = _("agreed term")
        ordering = ["position"]
        constraints = [
            _one_of("event", Event, "agreed_term_event_known"),
            models.CheckConstraint(
                condition=Q(days__isnull=False, month__isnull=True)
                | Q(days__isnull=True, years__isnull=False, month__isnull=False, day__isnull=False),
                name="agreed_term_of_one_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.basis}"


class Recess(models.Model):
    """Days without meetings, both included; of one council, or of all."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="recesses")
    council = models.ForeignKey(
        Council, models.CASCADE, null=True, blank=True, related_name="recesses"
    )
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    name = models.CharField(_("name"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("recess")
        ordering = ["first", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="recess_forward")
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.name}"


class Meeting(models.Model):
    """A day on which a council meets."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="meetings")
    on = models.DateField(_("day"))
    version = models.PositiveIntegerField(default=0)
    cancelled = models.BooleanField(_("cancelled"), default=False)

    class Meta:
        verbose_name = _("council meeting")
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["council", "on"], name="meets_once_a_day")]

    def __str__(self) -> str:
        return f"{self.council} {self.on}"


class BoardDay(models.Model):
    """A meeting of the board: on its budget or accounts of a year, or on something else."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="board_days")
    number = models.PositiveIntegerField()
    on = models.DateField(_("day"))
    body = models.ForeignKey(
        "parties.Body", models.SET_NULL, null=True, blank=True, related_name="board_days"
    )
    about = models.CharField(_("decides on"), max_length=30, blank=True)
    budget_year = models.PositiveIntegerField(_("budget year"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)
    cancelled = models.BooleanField(_("cancelled"), default=False)

    class Meta:
        verbose_name = _("day of the board")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "number"], name="board_day_once"),
            models.CheckConstraint(
                condition=Q(about="", budget_year__isnull=True)
                | Q(about__in=[Event.BOARD, Event.ACCOUNTS_BOARD], budget_year__isnull=False),
                name="board_day_about_a_year",
            ),
            models.UniqueConstraint(
                fields=["region", "about", "budget_year"],
                condition=Q(cancelled=False, budget_year__isnull=False),
                name="one_board_day_a_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.about}"


class Moment(models.Model):
    """One thing that all councils are asked."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="moments")
    key = models.CharField(_("code"), max_length=20)
    question = models.CharField(_("what is asked"), max_length=20)
    title = models.CharField(_("title"), max_length=300)
    about = models.CharField(_("about what"), max_length=60, blank=True)
    cover = models.TextField(_("cover note"), blank=True)
    sends_on = models.DateField(_("goes to the councils on"))
    last_on = models.DateField(_("last day to answer"))
    basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("decision moment")
        ordering = ["last_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="moment_once"),
            _one_of("question", Question, "moment_question_known"),
            models.CheckConstraint(condition=Q(last_on__gte=F("sends_on")), name="moment_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Position(models.Model):
    """Where one council stands on a moment; it has a row once something is known of it."""

    moment = models.ForeignKey(Moment, models.CASCADE, related_name="positions")
    council = models.ForeignKey(Council, models.CASCADE, related_name="positions")
    status = models.CharField(_("how far"), max_length=20, default=Status.PLANNED)
    outcome = models.CharField(_("outcome"), max_length=20, blank=True)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    last_on = models.DateField(_("last day to answer"), null=True, blank=True)
    decides_on = models.DateField(_("decides on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    link = models.URLField(_("decision"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("position of a council")
        ordering = ["moment", "council"]
        constraints = [
            models.UniqueConstraint(fields=["moment", "council"], name="position_once"),
            _one_of("status", Status, "position_status_known"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=[str(one) for one in Outcome]),
                name="position_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DECIDED) | Q(outcome=""), name="outcome_when_decided"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.status}"
