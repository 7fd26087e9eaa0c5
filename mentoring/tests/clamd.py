"""A scanner that speaks clamd's protocol and knows one virus: the harmless text that every scanner takes for one."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: https://www.eicar.org: not a virus. In two parts, so that no scanner takes this file away.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()


class Scanner(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Asked)
        self.seen: list[bytes] = []
        self.answer = b""  # in place of what it would say

    @property
    def url(self) -> str:
        return f"tcp://127.0.0.1:{self.server_address[1]}"


class Asked(socketserver.StreamRequestHandler):
    def handle(self):
        assert self.rfile.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
        data = b""
        while length := int.from_bytes(self.rfile.read(4), "big"):
            data += self.rfile.read(length)
        self.server.seen.append(data)
        said = b"stream: Eicar-Test-Signature FOUND" if EICAR in data else b"stream: OK"
        self.wfile.write((self.server.answer or said) + b"\0")


@contextmanager
def scanner() -> Iterator[Scanner]:
    with Scanner() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            yield server
        finally:
            server.shutdown()
