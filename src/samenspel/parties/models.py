# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations with their seats; people with their roles, mandates and log-in."""

import hashlib
import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.core.rights import Role


class Party(models.Model):
    """An organisation that takes part in the region's agenda."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="parties")
    position = models.PositiveIntegerField()
    slug = models.SlugField(_("address"), max_length=50)
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind of party"), max_length=50)
    municipality = models.ForeignKey(
        "regions.Municipality", models.PROTECT, null=True, blank=True, related_name="parties"
    )
    legal_form = models.CharField(_("legal form"), max_length=300, blank=True)
    about = models.TextField(_("about"), blank=True)
    website = models.URLField(_("website"), max_length=1000, blank=True)
    since = models.DateField(_("takes part since"), null=True, blank=True)
    until = models.DateField(_("takes part until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("party")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["region", "slug"], name="party_once_in_region"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gt=F("since")),
                name="party_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A table where parties meet: a board, a council of the region, a theme table."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="bodies")
    position = models.PositiveIntegerField()
    slug = models.SlugField(_("address"), max_length=50)
    name = models.CharField(_("name"), max_length=300)
    about = models.TextField(_("about"), blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("body")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["region", "slug"], name="body_once_in_region")
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A party's place in a body."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    position = models.PositiveIntegerField()
    party = models.ForeignKey(Party, models.CASCADE, related_name="seats")
    title = models.CharField(_("as what"), max_length=300, blank=True)
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("seat")
        ordering = ["body__position", "position"]

    def __str__(self) -> str:
        return f"{self.party} - {self.body}"


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; only the command line and `services` do."""

    def create_user(self, email: str, password: str | None = None) -> "Account":
        """Return a new account; without a password it can only log in by a link."""
        account = self.model(email=self.normalize_email(email).lower())
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """What a person logs in with. Rights come from role assignments alone."""

    email = models.EmailField(_("e-mail address"), unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = AccountManager()

    class Meta:
        verbose_name = _("account")

    def __str__(self) -> str:
        return self.email


def new_reference() -> str:
    """Return an opaque reference: what the ledger knows a person by."""
    return uuid.uuid4().hex


class Person(models.Model):
    """Somebody who acts for a party or the region. The ledger holds only ``reference``."""

    reference = models.CharField(max_length=32, unique=True, default=new_reference, editable=False)
    name = models.CharField(_("name"), max_length=300)
    email = models.EmailField(_("e-mail address"), blank=True)
    account = models.OneToOneField(
        Account, models.SET_NULL, null=True, blank=True, related_name="person"
    )

    class Meta:
        verbose_name = _("person")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Assignment(models.Model):
    """A role of a person in a region, for the region or for one party, during a period."""

    region = models.ForeignKey("regions.Region", models.CASCADE, related_name="assignments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="assignments")
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    role = models.CharField(_("role"), max_length=20)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("role")
        ordering = ["role", "person__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[str(role) for role in Role]), name="assignment_role_known"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="assignment_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class Mandate(models.Model):
    """What a party lets a person promise: which organ decided it, when, and up to what amount."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, models.CASCADE, related_name="mandates")
    organ = models.CharField(_("decided by"), max_length=300)
    decided_on = models.DateField(_("decided on"))
    scope = models.TextField(_("for what"))
    limit_cents = models.PositiveBigIntegerField(_("up to"), null=True, blank=True)
    link = models.URLField(_("decision"), max_length=1000, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("mandate")
        ordering = ["party__position", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="mandate_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.scope}"


class LoginLink(models.Model):
    """A link that logs one account in once; only its digest is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="login_links")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("log-in link")

    def __str__(self) -> str:
        return f"{self.account} {self.expires_at:%Y-%m-%d}"

    @staticmethod
    def digest_of(secret: str) -> str:
        """Return what is kept of a secret."""
        return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
