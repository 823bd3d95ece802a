# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What comes of an agenda: how measures go, whether goals are on track, and reports of both."""
