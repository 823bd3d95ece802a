# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of a region's own in a file: read as a whole or not at all, and a template to fill in."""

from samenspel.sources.own_figures.reading import Known, read_figures
from samenspel.sources.own_figures.template import TEMPLATES, template, written

__all__ = ["TEMPLATES", "Known", "read_figures", "template", "written"]
