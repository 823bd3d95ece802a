# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: sources, lines, co-financing, division and cash; whole eurocents only."""
