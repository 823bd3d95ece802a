# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why figures could not be loaded, and what to do, in one or two sentences."""

from samenspel.cli.speaking import _, gettext_noop
from samenspel.core.limits import shown
from samenspel.sources.cbs import SourceError

AGAIN = gettext_noop("Try again later; what came in is kept.")
REPORT = gettext_noop("Nothing was taken over. Report it: the source may have changed.")
NETWORK = gettext_noop("Check the network and the proxy (HTTPS_PROXY).")

SENTENCES: dict[str, tuple[str, str]] = {
    "bad-number": (gettext_noop("“%(value)s” stands where a number belongs."), REPORT),
    "certificate": (
        gettext_noop(
            "The certificate of %(host)s does not hold (%(reason)s). Something stands between "
            "this computer and the source: ask who keeps the network."
        ),
        "",
    ),
    "changed-meanwhile": (
        gettext_noop("Table %(table)s was renewed while it came in. Run the command again."),
        "",
    ),
    "columns-differ": (
        gettext_noop(
            "The rows do not have the columns that the table describes; it differs in: %(names)s."
        ),
        REPORT,
    ),
    "come-back-later": (
        gettext_noop("%(host)s asks to come back in %(seconds)s seconds. What came in is kept."),
        "",
    ),
    "contradiction": (
        gettext_noop("Measure %(measure)s has two different figures at %(codes)s."),
        REPORT,
    ),
    "cut": (gettext_noop("The connection with %(host)s kept breaking off."), AGAIN),
    "broken-json": (gettext_noop("The answers of %(host)s kept arriving damaged."), AGAIN),
    "edition-damaged": (
        gettext_noop(
            "The figures in %(folder)s are damaged. Delete that folder and load it again."
        ),
        "",
    ),
    "endless-pages": (gettext_noop("The pages do not come to an end (at %(limit)s)."), REPORT),
    "foreign-address": (
        gettext_noop("The source leads to another host, %(host)s, which is not asked."),
        REPORT,
    ),
    "gap-between-pages": (
        gettext_noop("The next page is to begin at row %(place)s, but %(received)s rows came."),
        REPORT,
    ),
    "missing": (
        gettext_noop(
            "There is no such table at %(host)s; capitals count, as in 70072ned. 'samenspel "
            "data list' shows the known tables, opendata.cbs.nl all of them."
        ),
        "",
    ),
    "moved": (
        gettext_noop(
            "The source has moved from %(host)s to %(place)s. Name its new address with "
            "--source, or wait for a newer version of Samenspel."
        ),
        "",
    ),
    "no-network": (
        gettext_noop("%(host)s cannot be reached: there is no network, or it stops here."),
        NETWORK,
    ),
    "not-json": (
        gettext_noop(
            "Something else than the source answered for %(host)s (%(kind)s), such as the log-"
            "in page of a network."
        ),
        NETWORK,
    ),
    "refused": (gettext_noop("%(host)s refuses the question (status %(status)s)."), REPORT),
    "rows-differ": (gettext_noop("There are %(total)s rows, but %(received)s came."), REPORT),
    "server-error": (gettext_noop("%(host)s is out of order (status %(status)s)."), AGAIN),
    "slow": (gettext_noop("%(host)s did not answer in time."), AGAIN),
    "source-address": (
        gettext_noop(
            "--source: “%(address)s” is no address of a mirror. Expected: https://host/path, or"
            " http:// on this computer itself."
        ),
        "",
    ),
    "table-code": (
        gettext_noop("“%(table)s” is no code of a table. Expected: one like 85984NED."),
        "",
    ),
    "too-large": (
        gettext_noop("An answer is larger than any that belongs here (over %(limit)s)."),
        REPORT,
    ),
    "too-many-rows": (
        gettext_noop("The table has more than %(limit)s rows, too many for this command."),
        "",
    ),
    "unexpected-answer": (
        gettext_noop("The answer is not built as expected, at “%(part)s”."),
        REPORT,
    ),
    "unknown-code": (
        gettext_noop("A figure has code %(code)s of %(dimension)s, which the table does not have."),
        REPORT,
    ),
    "unreachable": (gettext_noop("%(host)s does not answer (%(reason)s)."), NETWORK),
}
"""Code of a failure -> what it says, and what to do."""


GIVES = {
    "key-figures": gettext_noop(
        "Key figures of municipalities: people, homes, income, energy, social security"
    ),
    "regions": gettext_noop("Municipalities and the regions in which they lie"),
    "jobs": gettext_noop("Jobs of employees in December by sector and region"),
}
"""What is in a series of tables -> what that is called."""


def explain(error: SourceError) -> str:
    """Return the sentences of a failure."""
    params = {name: shown(value) for name, value in error.params.items()}
    said = " ".join(_(one) for one in SENTENCES[error.code] if one)
    return said % _Params(params)


class _Params(dict[str, str]):
    """Params of which one may be missing: a gap in a sentence beats no sentence."""

    def __missing__(self, name: str) -> str:
        return _("the source") if name == "host" else "?"
