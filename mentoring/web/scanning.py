"""A scanner for viruses, where one is set up (`CLAMD_URL`): it sees a file as it came, and each time it is handed out.

Speaks to clamd by its own protocol (INSTREAM: lengths of four bytes, then what they count; nought ends it).
"""

import socket
from urllib.parse import urlsplit

from django.conf import settings

CHUNK, PATIENCE = 256 * 1024, 15


class ScannerAway(Exception):
    """The scanner did not say what it thinks of a file, so nobody knows."""


def is_set_up() -> bool:
    return bool(settings.CLAMD_URL)


def virus_in(data: bytes) -> bool:
    """Whether the scanner finds something in it. Raises ScannerAway."""
    try:
        with _reached() as scanner:
            scanner.sendall(b"zINSTREAM\0")
            for begin in range(0, len(data), CHUNK):
                chunk = data[begin : begin + CHUNK]
                scanner.sendall(len(chunk).to_bytes(4, "big") + chunk)
            scanner.sendall(bytes(4))
            answer = b"".join(iter(lambda: scanner.recv(4096), b"")).rstrip(b"\0")
    except OSError as trouble:
        raise ScannerAway from trouble
    if answer.endswith(b" FOUND"):
        return True
    if answer != b"stream: OK":
        raise ScannerAway(answer)
    return False


def _reached() -> socket.socket:
    """`tcp://host:port`, or `unix:///path`."""
    where = urlsplit(settings.CLAMD_URL)
    if where.scheme == "tcp":
        return socket.create_connection((where.hostname, where.port or 3310), timeout=PATIENCE)
    scanner = socket.socket(socket.AF_UNIX)
    scanner.settimeout(PATIENCE)
    try:
        scanner.connect(where.path)
    except OSError:
        scanner.close()
        raise
    return scanner
