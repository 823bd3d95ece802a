# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Samenspel: the shared workbook of a region's joint socio-economic agenda."""

__version__ = "0.1.0"
