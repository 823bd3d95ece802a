# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Tries an installed package: the command answers, and the demonstration shows its pages.

    python tools/smoke.py PATH/TO/samenspel

Without a network where the system allows that (root on Linux): what is installed must need none.
"""

import ctypes
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import time
from urllib.request import ProxyHandler, build_opener

CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
UP_AND_RUNNING = 0x41
READY_SECONDS = 30


def main() -> int:
    """Return 0 when all is well; raise otherwise."""
    command = sys.argv[1]
    print("Without a network." if leave_network() else "With a network: it cannot be left here.")
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    print(version.stdout.strip())
    started = time.monotonic()
    demo = subprocess.Popen(
        [command, "demo", "--no-open", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        pages = read_pages(address_of(demo))
        print(f"{pages} pages and files within {time.monotonic() - started:.1f} s of the start")
    finally:
        demo.send_signal(signal.SIGINT)
        status = demo.wait(timeout=READY_SECONDS)
    return status


def leave_network() -> bool:
    """Give this process and its children a network with nothing in it but itself."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "unshare") or libc.unshare(CLONE_NEWNET):
        return False
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        fcntl.ioctl(probe, SIOCSIFFLAGS, struct.pack("16sH14s", b"lo", UP_AND_RUNNING, b""))
    return True


def address_of(demo: "subprocess.Popen[str]") -> str:
    """Return where the demonstration says it is."""
    for line in demo.stdout or ():
        if found := re.search(r"http://\S+/ ", line):
            return found[0].strip()
    raise SystemExit("The demonstration did not start.")


def read_pages(first: str) -> int:
    """Read the first page and every page, style sheet and font it leads to on this server."""
    opener = build_opener(ProxyHandler({}))
    with opener.open(first, timeout=READY_SECONDS) as answer:
        page = answer.read().decode()
    paths = sorted(set(re.findall(r'(?:href|src)="(/[^"#?]*)"', page)))
    for path in paths:
        with opener.open(first + path.lstrip("/"), timeout=READY_SECONDS) as answer:
            answer.read()
    return 1 + len(paths)


if __name__ == "__main__":
    os.environ["PYTHONUNBUFFERED"] = "1"
    sys.exit(main())
