# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What comes of an agenda: asking owners how it goes, figures of goals, and reports."""
