# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What several pages show, made ready for their templates: texts, addresses, shares."""
