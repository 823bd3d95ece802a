# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
One book per region, one entry per act, and the heads that were signed.

Rows are written once, by ``services`` and by nothing else. The classes here refuse the
rest with ``RuleError("ledger-append-only")``; triggers in the database refuse it to everybody.
"""

from typing import Any, NoReturn, TypeVar

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from samenspel.core.chain import GENESIS
from samenspel.core.errors import RuleError

_DIGEST_LENGTH = len(GENESIS)
_Row = TypeVar("_Row", bound=models.Model)


class Book(models.Model):
    """The ledger of one region; its row is the lock that writers wait for."""

    slug = models.SlugField("region", max_length=100, unique=True)

    def __str__(self) -> str:
        return self.slug


class AppendOnlyQuerySet(models.QuerySet[_Row]):
    """Reads; every write except ``create`` is refused."""

    def update(self, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        _refuse()

    def delete(self) -> NoReturn:
        """Refuse."""
        _refuse()

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        _refuse()

    def bulk_create(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse: it can update on conflict, and acts come one at a time."""
        _refuse()


class AppendOnly(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        """Insert; refuse to save what was saved before."""
        if not self._state.adding:
            _refuse()
        super().save(**kwargs | {"force_insert": True})

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        _refuse()


class Entry(AppendOnly):
    """
    One sealed act.

    ``payload`` is the text exactly as sealed. The columns after it are copies for searching, which
    verification compares with the text.
    """

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="entries")
    seq = models.PositiveBigIntegerField("number")
    previous = models.CharField("previous digest", max_length=_DIGEST_LENGTH)
    digest = models.CharField("digest", max_length=_DIGEST_LENGTH, unique=True)
    payload = models.TextField("sealed text")
    kind = models.CharField("kind", max_length=64)
    at = models.DateTimeField("moment")
    object = models.CharField("object", max_length=500)
    actor = models.CharField("actor", max_length=64)
    role = models.CharField("role", max_length=32)
    party = models.CharField("party", max_length=100, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "seq"], name="entry_number_once"),
            models.UniqueConstraint(fields=["book", "previous"], name="entry_no_fork"),
            models.CheckConstraint(
                condition=models.Q(seq=1, previous=GENESIS)
                | (models.Q(seq__gt=1) & ~models.Q(previous=GENESIS)),
                name="entry_first_after_genesis",
            ),
            models.CheckConstraint(
                condition=Exact(Length("digest"), _DIGEST_LENGTH), name="entry_digest_whole"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="") & ~models.Q(object="") & ~models.Q(actor=""),
                name="entry_says_who_what_where",
            ),
        ]
        indexes = [
            models.Index(fields=["book", "object", "-seq"], name="entry_by_object"),
            models.Index(fields=["book", "kind", "-seq"], name="entry_by_kind"),
        ]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.object}"


class TreeHead(AppendOnly):
    """
    A signed head as published: the first ``size`` entries of a book under one root.

    All is as in ``core.tree_head``. ``peaks`` is not signed: the roots of the complete parts, from
    which the next head goes on without reading these entries again.
    """

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="heads")
    size = models.PositiveBigIntegerField("number of entries")
    root = models.CharField("root", max_length=_DIGEST_LENGTH)
    digest = models.CharField("digest of the last entry", max_length=_DIGEST_LENGTH)
    at = models.DateTimeField("moment")
    key = models.CharField("public key", max_length=_DIGEST_LENGTH)
    signature = models.CharField("signature", max_length=2 * _DIGEST_LENGTH)
    peaks = models.TextField("roots of complete parts")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "size", "key"], name="head_signed_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="head_of_entries"),
        ]
        verbose_name = "signed head"

    def __str__(self) -> str:
        return f"{self.size} {self.root}"


def _refuse() -> NoReturn:
    raise RuleError("ledger-append-only")
