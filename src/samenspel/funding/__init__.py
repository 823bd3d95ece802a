# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Paying: sources and lines of the funding plan, allocations with scenarios, and the cash."""
