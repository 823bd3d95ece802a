# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why figures could not be loaded, and what to do, in one or two sentences."""

from samenspel.core.limits import shown
from samenspel.sources.cbs import SourceError

AGAIN = "Try again later; what came in is kept."
REPORT = "Nothing was taken over. Report it: the source may have changed."
NETWORK = "Check the network and the proxy (HTTPS_PROXY)."

SENTENCES = {
    "bad-number": f"“{{value}}” stands where a number belongs. {REPORT}",
    "certificate": (
        "The certificate of {host} does not hold ({reason}). Something stands between this "
        "computer and the source: ask who keeps the network."
    ),
    "changed-meanwhile": "Table {table} was renewed while it came in. Run the command again.",
    "columns-differ": (
        f"The rows do not have the columns that the table describes; it differs in: {{names}}. "
        f"{REPORT}"
    ),
    "come-back-later": "{host} asks to come back in {seconds} seconds. What came in is kept.",
    "contradiction": f"Measure {{measure}} has two different figures at {{codes}}. {REPORT}",
    "cut": f"The connection with {{host}} kept breaking off. {AGAIN}",
    "broken-json": f"The answers of {{host}} kept arriving damaged. {AGAIN}",
    "edition-damaged": "The figures in {folder} are damaged. Delete that folder and load it again.",
    "endless-pages": f"The pages do not come to an end (at {{limit}}). {REPORT}",
    "foreign-address": f"The source leads to another host, {{host}}, which is not asked. {REPORT}",
    "gap-between-pages": (
        f"The next page is to begin at row {{place}}, but {{received}} rows came. {REPORT}"
    ),
    "missing": (
        "There is no such table at {host}; capitals count, as in 70072ned. "
        "'samenspel data list' shows the known tables, opendata.cbs.nl all of them."
    ),
    "moved": (
        "The source has moved from {host} to {place}. "
        "Name its new address with --source, or wait for a newer version of Samenspel."
    ),
    "no-network": f"{{host}} cannot be reached: there is no network, or it stops here. {NETWORK}",
    "not-json": (
        "Something else than the source answered for {host} ({kind}), such as the log-in page of a "
        f"network. {NETWORK}"
    ),
    "refused": f"{{host}} refuses the question (status {{status}}). {REPORT}",
    "rows-differ": f"There are {{total}} rows, but {{received}} came. {REPORT}",
    "server-error": f"{{host}} is out of order (status {{status}}). {AGAIN}",
    "slow": f"{{host}} did not answer in time. {AGAIN}",
    "source-address": (
        "--source: “{address}” is no address of a mirror. Expected: https://host/path, "
        "or http:// on this computer itself."
    ),
    "table-code": "“{table}” is no code of a table. Expected: one like 85984NED.",
    "too-large": f"An answer is larger than any that belongs here (over {{limit}}). {REPORT}",
    "too-many-rows": "The table has more than {limit} rows, too many for this command.",
    "unexpected-answer": f"The answer is not built as expected, at “{{part}}”. {REPORT}",
    "unknown-code": (
        f"A figure has code {{code}} of {{dimension}}, which the table does not have. {REPORT}"
    ),
    "unreachable": f"{{host}} does not answer ({{reason}}). {NETWORK}",
}
"""Code of a failure -> what it says."""


def explain(error: SourceError) -> str:
    """Return the sentences of a failure."""
    params = {name: shown(value) for name, value in error.params.items()}
    return SENTENCES[error.code].format_map(_Params(params))


class _Params(dict[str, str]):
    """Params of which one may be missing: a gap in a sentence beats no sentence."""

    def __missing__(self, name: str) -> str:
        return "the source" if name == "host" else "?"
