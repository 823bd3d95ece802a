# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The web server: an address that is free, granian behind it, and a word when it answers."""

import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

PATIENCE_SECONDS = 60
STOP_SECONDS = 5
_STDERR = {
    "class": "logging.StreamHandler",
    "formatter": "generic",
    "stream": "ext://sys.stderr",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens: a number for the machine, a name for the reader."""

    host: str
    ip: str
    port: int

    @property
    def url(self) -> str:
        """The address of the first page; what listens everywhere is shown by its nearest name."""
        name = "localhost" if ip_address(self.ip).is_unspecified else self.host
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}"


def free_address(host: str, port: int, *, loopback_only: bool = False) -> Address:
    """
    Return the address to listen on; port 0 becomes one that is free.

    Raises:
        Problem: the host is unknown or not allowed, or the port is taken or not allowed.
    """
    family, ip = _resolved(host)
    if loopback_only and not ip_address(ip).is_loopback:
        refusal = _(
            "a demonstration is only for this computer itself, not for %(host)s. "
            "Leave --host out; for others there is 'samenspel serve'."
        )
        raise Problem(refusal % {"host": host})
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ip, port))
        except OSError as error:
            refusal = _(
                "cannot listen on %(host)s, port %(port)s: %(why)s. "
                "Choose another with --port; --port 0 picks a free one."
            )
            why = (error.strerror or "").lower()
            raise Problem(refusal % {"host": host, "port": port, "why": why}) from error
        return Address(host, ip, probe.getsockname()[1])


def _resolved(host: str) -> tuple[socket.AddressFamily, str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        refusal = _("this computer does not know the host '%(host)s'. Check --host.")
        raise Problem(refusal % {"host": host}) from error
    family, *_unused, place = found[0]
    return family, str(place[0])


def run(address: Address, *, workers: int, ready: Callable[[], None]) -> int:
    """Serve until told to stop and return the exit status; call *ready* once it answers."""
    from django.db import connections

    connections.close_all()  # a forked process must not share them
    server = _Server(
        "samenspel",
        address=address.ip,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=2,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={"handlers": dict.fromkeys(("console", "access"), _STDERR)},
        workers_kill_timeout=STOP_SECONDS,
    )
    server.ready = ready
    try:
        server.serve(target_loader=_application, wrap_loader=False)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def _application() -> "WSGIHandler":
    """
    Return what answers requests; called in each worker.

    A worker leaves the terminal's process group: Ctrl-C then reaches the main process alone, which
    stops its workers in order. Reached twice, a worker at times does not stop.
    """
    from django.core.servers.basehttp import get_internal_wsgi_application

    os.setpgid(0, 0)
    return get_internal_wsgi_application()  # that of the settings: it draws before it answers


class _Server(Granian):  # type: ignore[misc,valid-type]  # the library picks its class at run time
    """Granian that says when it answers."""

    ready: Callable[[], None]

    def startup(self, *arguments: Any) -> None:
        super().startup(*arguments)
        signal.signal(signal.SIGHUP, self.signal_handler_interrupt)  # a closed terminal ends it
        if self._answers():
            self.ready()

    def _answers(self) -> bool:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and not self.main_loop_interrupt.is_set():
            try:
                socket.create_connection((self.bind_addr, self.bind_port), timeout=1).close()
            except OSError:
                self.main_loop_interrupt.wait(0.02)
            else:
                return True
        return False
