# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Formulas of the regional profile: arrays in, arrays out, on numpy and scipy alone.

Letters of the shapes: m municipalities, r regions, s sectors, v indicators, g groups. What is not
known is NaN and stays so: it is never read as zero.
"""
