# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where mail goes, from one address; read by Django's settings."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_BACKENDS = "django.core.mail.backends"
_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """What Django has to know; *starts_tls* is STARTTLS, *is_tls* TLS from the first byte."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False
    folder: str = ""


def mail_server(address: str, password: str, data: Path) -> MailServer:
    """Return what *address* means: ``console``, ``file``, or a mail server with its user."""
    if address == "console":
        return MailServer(f"{_BACKENDS}.console.EmailBackend")
    if address == "file":
        return MailServer(f"{_BACKENDS}.filebased.EmailBackend", folder=str(data / "mail"))
    found = urlsplit(address)
    return MailServer(
        backend=f"{_BACKENDS}.smtp.EmailBackend",
        host=found.hostname or "",
        port=found.port or _PORTS[found.scheme],
        user=unquote(found.username or ""),
        password=password,
        starts_tls=found.scheme == "smtp+tls",
        is_tls=found.scheme == "smtps",
    )
