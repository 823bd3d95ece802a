# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a failed question means: gone for good, or worth another try."""

import errno
from email.message import Message
from http.client import HTTPException, IncompleteRead
from socket import gaierror
from ssl import SSLCertVerificationError
from urllib.error import URLError
from urllib.parse import urlsplit

from samenspel.sources.cbs.errors import PassingError, SourceError
from samenspel.sources.cbs.patience import asked_wait

_GONE = {404, 410}
_PASSING = {408, 425, 429}
_ELSEWHERE = range(300, 400)
_BROKEN = 500
_NO_ROUTE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}


def of_status(status: int, headers: Message, host: str) -> SourceError:
    """Return the failure that an answer without a result means."""
    if status in _GONE:
        return SourceError("missing", host=host)
    if status in _ELSEWHERE:
        place = urlsplit(headers.get("Location") or "").hostname or host
        return SourceError("moved", host=host, place=place)
    if status >= _BROKEN or status in _PASSING:
        error = PassingError("server-error", host=host, status=status)
        error.wait = asked_wait(headers)
        return error
    return SourceError("refused", host=host, status=status)


def of_connection(error: OSError | HTTPException, host: str) -> SourceError:
    """Return the failure of a connection that was not made, or that broke."""
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, gaierror) or getattr(cause, "errno", None) in _NO_ROUTE:
        return SourceError("no-network", host=host)
    if isinstance(cause, SSLCertVerificationError):
        return SourceError("certificate", host=host, reason=cause.verify_message)
    if isinstance(cause, TimeoutError):
        return PassingError("slow", host=host)
    if isinstance(cause, IncompleteRead | ConnectionResetError | BrokenPipeError):
        return PassingError("cut", host=host)
    return PassingError("unreachable", host=host, reason=str(cause) or type(cause).__name__)
