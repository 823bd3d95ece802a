# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts and maps: figures with their words as a Vega-Lite specification, drawn on the server."""
