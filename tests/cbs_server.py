# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A server on this computer that answers as CBS does, and can be told to misbehave."""

import gzip
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

Misdeed = Callable[["Handler", dict[str, object]], None]


class FakeCbs(ThreadingHTTPServer):
    """Answers from ``lists``; at a path in ``misdeeds`` it first does those, one for each time."""

    daemon_threads = True

    def __init__(self, lists: dict[str, object], page_size: int = 1000) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lists = lists
        self.page_size = page_size
        self.misdeeds: dict[str, list[Misdeed]] = defaultdict(list)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self, end: str) -> list[str]:
        """Return what was asked of paths that end so."""
        return [one for one in self.asked if urlsplit(one).path.endswith(end)]

    def handle_error(self, request, client_address) -> None:
        """Say nothing of callers that hung up: they were driven to it."""


class Handler(BaseHTTPRequestHandler):
    """One question."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        path = urlsplit(self.path).path
        answer = self.answer(path)
        if self.server.misdeeds[path]:
            self.server.misdeeds[path].pop(0)(self, answer)
        else:
            self.send(answer)

    def answer(self, path: str) -> dict[str, object]:
        found = self.server.lists.get(path)
        if not isinstance(found, list):
            return found
        options = parse_qs(urlsplit(self.path).query)
        start = int(options.get("$skip", ["0"])[0])
        end = start + self.server.page_size
        mark = "@" if "$format" not in options else ""
        envelope = {f"{mark}odata.count": len(found)} if "$count" in options else {}
        if end < len(found):
            envelope[f"{mark}odata.nextLink"] = f"{self.server.url}{path}?$skip={end}"
        return envelope | {"value": found[start:end]}

    def send(self, answer: object, status: int = 200, **headers: str) -> None:
        if answer is None:
            self.send_body(b"{}", 404)
            return
        self.send_body(json.dumps(answer).encode(), status, **headers)

    def send_body(self, body: bytes, status: int = 200, **headers: str) -> None:
        wanted = {"Content-Type": "application/json; charset=utf-8"}
        wanted |= {"Content-Length": str(len(body))}
        wanted |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.send_response(status)
        for name, value in wanted.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, *_: object) -> str:
        """Return what time it is here: always the same."""
        return "Mon, 30 Jun 2031 10:00:00 GMT"

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def fails(status: int, **headers: str) -> Misdeed:
    """Answer with a status and nothing else."""
    return lambda handler, _: handler.send({}, status, **headers)


def cuts(handler: Handler, answer: dict[str, object]) -> None:
    """Promise more than is sent."""
    handler.send_body(json.dumps(answer).encode()[:-9], Content_Length="100000")


def promises_more(handler: Handler, answer: dict[str, object]) -> None:
    """Promise more than is sent, though what is sent could be all."""
    handler.send_body(json.dumps(answer).encode(), Content_Length="100000")


def truncates(handler: Handler, answer: dict[str, object]) -> None:
    """Send JSON without its end, as if that were all."""
    handler.send_body(json.dumps(answer).encode()[:-9])


def hangs_up(handler: Handler, _: dict[str, object]) -> None:
    """Close the connection without a word."""
    handler.close_connection = True


def stays_silent(handler: Handler, _: dict[str, object]) -> None:
    """Say nothing for longer than anybody waits."""
    time.sleep(1.3)


def drips(handler: Handler, answer: dict[str, object]) -> None:
    """Send a byte now and then before the rest, without ever being silent for long."""
    body = json.dumps(answer).encode()
    handler.send_body(b" ", Content_Length=str(21 + len(body)))
    for _number in range(20):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)
    handler.wfile.write(body)


def packs(handler: Handler, answer: dict[str, object]) -> None:
    """Send it packed."""
    handler.send_body(gzip.compress(json.dumps(answer).encode()), Content_Encoding="gzip")


def packs_without_end(handler: Handler, answer: dict[str, object]) -> None:
    """Send it packed, without the sum at the end that tells whether it is whole."""
    packed = gzip.compress(json.dumps(answer).encode())
    handler.send_body(packed[:-4], Content_Encoding="gzip")


def says(body: bytes, **headers: str) -> Misdeed:
    """Send these bytes."""
    return lambda handler, _: handler.send_body(body, **headers)


def leads_to(link: str) -> Misdeed:
    """Send what there is, with a next page at *link*."""
    return lambda handler, answer: handler.send(answer | {"@odata.nextLink": link})


bombs = says(gzip.compress(b" " * 20_000_000), Content_Encoding="gzip")
"""Send a little that unpacks to a lot."""


@contextmanager
def misbehaving(lists: dict[str, object]) -> Iterator[FakeCbs]:
    """Run a server with these lists in a thread; questions to it go past any proxy."""
    server = FakeCbs(lists)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "127.0.0.1")
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
