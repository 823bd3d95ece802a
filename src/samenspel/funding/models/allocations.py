# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: allocations, frozen when they are put to a decision, and scenarios on them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.sharing.closing import Kind

_REFERENCE_LENGTH = 64


class Allocation(models.Model):
    """
    A key with its figures, in one text; ``based_on`` is the one that it comes after.

    ``game``: a text of costs that groups would have on their own, to hold beside the key.
    """

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="allocations")
    key = models.CharField(_("code"), max_length=20)
    title = models.CharField(_("title"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    content = models.TextField()
    game = models.TextField(blank=True)
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    frozen_at = models.DateTimeField(_("frozen"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=300, blank=True)
    decision_link = models.URLField(_("decision"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("allocation")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="allocation_key_once"),
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, digest="")
                | (Q(frozen_at__isnull=False) & ~Q(digest="")),
                name="allocation_frozen_is_sealed",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, decided_by="")
                | (Q(decided_on__isnull=False, frozen_at__isnull=False) & ~Q(decided_by="")),
                name="allocation_decided_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Scenario(models.Model):
    """What if: changes to an allocation, and the way chosen to close the gap that they leave."""

    allocation = models.ForeignKey(Allocation, models.CASCADE, related_name="scenarios")
    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="scenarios")
    slug = models.SlugField(_("address"), max_length=50)
    title = models.CharField(_("title"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    changes = models.TextField()
    way = models.CharField(_("how the gap is closed"), max_length=20, blank=True)
    kept_at = models.DateTimeField(_("kept"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    actor = models.CharField(max_length=_REFERENCE_LENGTH)

    class Meta:
        verbose_name = _("scenario")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "slug"], name="scenario_once"),
            models.CheckConstraint(
                condition=Q(way__in=["", *(str(kind) for kind in Kind)]), name="scenario_way_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title
