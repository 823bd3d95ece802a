# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scale: regions of every kind, their municipalities, and the words a region uses."""
