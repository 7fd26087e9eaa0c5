"""A web server that a test may kill between two key strokes and start again at the same address."""

import socket
from contextlib import suppress

from django.test.testcases import ThreadedWSGIServer
from pytest_django.live_server_helper import LiveServer


class MortalServer(ThreadedWSGIServer):
    """Remembers whom it talks to, so that it can fall silent in the middle of a word."""

    def __init__(self, *args, **kwargs):
        self.taken = []
        super().__init__(*args, **kwargs | {"allow_reuse_address": True})

    def get_request(self):
        request, address = super().get_request()
        self.taken.append(request)
        return request, address


class Site:
    """`kill()` cuts every connection and leaves the port deaf; `start()` opens it again."""

    def __init__(self):
        self.port = 0
        self.start()
        self.port = self.server.thread.port
        self.url = self.server.url

    def start(self) -> None:
        self.server = LiveServer(f"127.0.0.1:{self.port}", start=False)
        self.server.thread.server_class = MortalServer
        self.server.start()

    def kill(self) -> None:
        self.server.stop()
        for connection in self.server.thread.httpd.taken:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
