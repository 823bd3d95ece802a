# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules about the content of an agenda: its record, states, orphans and differences."""
