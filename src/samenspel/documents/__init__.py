# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Documents to send and print: their content as values, laid out as PDF or as one HTML file."""
