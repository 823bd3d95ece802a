# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Asking how measures go and what was answered; figures of goals; reports that were frozen.

Measures and goals are known by ``key``, which stays the same from version to version of an agenda.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.delivery.progress import Status
from samenspel.core.delivery.report import Audience
from samenspel.core.delivery.schedule import Reminder

_REFERENCE_LENGTH = 64
_PERIOD_LENGTH = 7
_NUMBER_LENGTH = 40
"""Quantities are text, not DECIMAL: SQLite would round what a source gives in full."""


def _one_of(field: str, values: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    known = [str(value) for value in values]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=name)


class Schedule(models.Model):
    """How often a region asks: see ``core.delivery.schedule``."""

    region = models.OneToOneField("regions.Region", models.CASCADE, related_name="schedule")
    starts_on = models.DateField(_("first day of the first period"))
    months = models.PositiveSmallIntegerField(_("months in a period"))
    due_days = models.PositiveSmallIntegerField(_("days to answer"))
    remind_days = models.PositiveSmallIntegerField(_("reminder, days before"))
    late_days = models.PositiveSmallIntegerField(_("reminder, days after"))
    link_days = models.PositiveSmallIntegerField(_("days that a link still works"))

    class Meta:
        verbose_name = _("schedule")

    def __str__(self) -> str:
        return f"{self.starts_on} + {self.months}"


class Ask(models.Model):
    """
    That somebody is asked about one measure and one period, by a link of their own.

    The link itself is not kept: see ``core.delivery.links``. A later ``edition`` ends the earlier.
    """

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="asks")
    measure = models.CharField(_("measure"), max_length=20)
    period = models.CharField(_("period"), max_length=_PERIOD_LENGTH)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="asks")
    asked_at = models.DateTimeField(_("asked"))
    due_on = models.DateField(_("due"))
    expires_at = models.DateTimeField(_("the link works until"))
    edition = models.PositiveIntegerField(default=1)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("question to an owner")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "measure", "period", "person"], name="asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.period}"


class Notice(models.Model):
    """
    One reminder in a mail; written before the mail goes, so that it never goes twice.

    ``sent_at`` empty: the mail server did not say that it took the mail.
    """

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind of reminder"), max_length=10)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failed = models.CharField(_("why it was not sent"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("reminder")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["ask", "kind"], name="reminded_once"),
            _one_of("kind", Reminder, "reminder_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class MailOff(models.Model):
    """That somebody wants no mail from a region."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="mail_off")
    person = models.ForeignKey("parties.Person", models.CASCADE, related_name="mail_off")
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("mail that is off")
        constraints = [
            models.UniqueConstraint(fields=["region", "person"], name="mail_off_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.since:%Y-%m-%d}"


class Progress(models.Model):
    """What was answered about a measure and a period; a correction has the next ``number``."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="progress")
    measure = models.CharField(_("measure"), max_length=20)
    period = models.CharField(_("period"), max_length=_PERIOD_LENGTH)
    number = models.PositiveIntegerField(_("number"))
    status = models.CharField(_("how it goes"), max_length=20)
    sentence = models.TextField(_("in a sentence"), blank=True)
    spent_cents = models.PositiveBigIntegerField(_("spent so far"), null=True, blank=True)
    figures = models.JSONField(_("figures towards goals"), default=dict, blank=True)
    party = models.CharField(_("party"), max_length=50, blank=True)
    actor = models.CharField(max_length=_REFERENCE_LENGTH)
    at = models.DateTimeField(_("answered"))

    class Meta:
        verbose_name = _("progress")
        ordering = ["period", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "measure", "period", "number"], name="progress_in_order"
            ),
            _one_of("status", Status, "progress_status_known"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.period}: {self.status}"


class Observation(models.Model):
    """The value of a goal on a day; ``indicator`` when it was taken from the statistics."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="observations")
    goal = models.CharField(_("goal"), max_length=20)
    on = models.DateField(_("day"))
    value = models.CharField(_("value"), max_length=_NUMBER_LENGTH)
    margin = models.CharField(_("margin"), max_length=_NUMBER_LENGTH, blank=True)
    source = models.CharField(_("source"), max_length=1000)
    indicator = models.CharField(_("indicator"), max_length=50, blank=True)

    class Meta:
        verbose_name = _("observation")
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(fields=["region", "goal", "on"], name="observed_once_a_day"),
            models.CheckConstraint(condition=~Q(source=""), name="observed_with_source"),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.on}: {self.value}"


class Report(models.Model):
    """A report as it was frozen; a correction is the next version, and says why."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="reports")
    audience = models.CharField(_("for whom"), max_length=20)
    period = models.CharField(_("period"), max_length=_PERIOD_LENGTH)
    number = models.PositiveIntegerField(_("version"))
    frozen_at = models.DateTimeField(_("frozen"))
    reason = models.TextField(_("reason of the correction"), blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    content = models.TextField()

    class Meta:
        verbose_name = _("progress report")
        ordering = ["-period", "audience", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "audience", "period", "number"], name="report_in_order"
            ),
            _one_of("audience", Audience, "report_audience_known"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""),
                name="report_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.audience} {self.number}"
