# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: keys to the cent, scenarios, and shares that hold in a group of parties."""
