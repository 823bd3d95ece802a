# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The packaged reference tables (see ``data-dictionary.csv``) and the example regions."""
