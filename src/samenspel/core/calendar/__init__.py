# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of councils: by when what must be where, by which law or agreement."""
