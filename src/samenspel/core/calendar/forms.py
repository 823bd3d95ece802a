# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The legal forms in which parties work together, and which of them the law gives terms to."""

from dataclasses import dataclass
from enum import StrEnum


class LegalForm(StrEnum):
    """In what legal form a region works together."""

    PUBLIC_BODY = "public-body"
    OPERATIONAL_BODY = "operational-body"
    JOINT_ORGAN = "joint-organ"
    HOST_MUNICIPALITY = "host-municipality"
    BARE_ARRANGEMENT = "bare-arrangement"
    COVENANT = "covenant"
    PRIVATE_BODY = "private-body"


@dataclass(frozen=True, slots=True)
class FormTraits:
    """``arrangement``: falls under the Wgr. ``budget``: has a board with a budget of its own."""

    arrangement: bool
    budget: bool


FORMS: dict[LegalForm, FormTraits] = {
    LegalForm.PUBLIC_BODY: FormTraits(arrangement=True, budget=True),
    LegalForm.OPERATIONAL_BODY: FormTraits(arrangement=True, budget=True),
    LegalForm.JOINT_ORGAN: FormTraits(arrangement=True, budget=True),
    LegalForm.HOST_MUNICIPALITY: FormTraits(arrangement=True, budget=False),
    LegalForm.BARE_ARRANGEMENT: FormTraits(arrangement=True, budget=False),
    LegalForm.COVENANT: FormTraits(arrangement=False, budget=False),
    LegalForm.PRIVATE_BODY: FormTraits(arrangement=False, budget=False),
}
"""Only forms under the Wgr have terms by law; all others have what their parties agreed."""
