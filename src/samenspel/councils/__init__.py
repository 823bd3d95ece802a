# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Councils: when they meet, what they are asked, by when, and what they decided."""
