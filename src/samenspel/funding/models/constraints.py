# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions that several tables of this context share."""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.db.models import Q


def one_of(field: str, values: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    """Return the condition that *field* holds one of *values*."""
    known = [str(value) for value in values]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=name)
