# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Pure rules: values in, values out; no Django, clock, network, disk or hidden chance."""
