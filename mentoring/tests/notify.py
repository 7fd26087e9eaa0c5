"""A GOV.UK Notify that speaks its REST protocol (v2: send, look up by reference) and sends nothing.

It takes what the real one takes: a JWT signed with the service's key, a template by its id, a reference of ours.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse
from uuid import uuid4

import jwt

SERVICE, SECRET = str(uuid4()), str(uuid4())
#: As Notify shows it: a name, the service, its secret.
API_KEY = f"test-{SERVICE}-{SECRET}"
MAIL_TEMPLATE, TEXT_TEMPLATE = str(uuid4()), str(uuid4())
TEMPLATES = {"email": MAIL_TEMPLATE, "sms": TEXT_TEMPLATE}
ADDRESS = {"email": "email_address", "sms": "phone_number"}


class FakeNotify(ThreadingHTTPServer):
    """`messages` in the order they were taken; `answers`: (status, words) in place of what it would say, one a try;
    `forgets_to_answer`: takes the next one and breaks off, as when the sender is killed before it hears."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Asked)
        self.messages: list[dict] = []
        self.answers: list[tuple[int, str]] = []
        self.forgets_to_answer = False

    @property
    def settings(self) -> dict[str, str]:
        return {
            "NOTIFY_API_KEY": API_KEY,
            "NOTIFY_URL": f"http://127.0.0.1:{self.server_port}",
            "NOTIFY_TEXT_TEMPLATE": TEXT_TEMPLATE,
        }


class Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):  # noqa: N802  the library's name
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kind = self.path.rsplit("/", 1)[-1]
        if refused := self._refused(kind, asked):
            self._say(*refused)
            return
        taken = {**asked, "id": str(uuid4()), "kind": kind, "status": "sending"}
        self.server.messages.append(taken)
        if self.server.forgets_to_answer:
            self.server.forgets_to_answer = False
            self.close_connection = True
            return
        self._say(201, {"id": taken["id"], "reference": taken["reference"]})

    def do_GET(self):  # noqa: N802  the library's name
        if not self._is_signed():
            self._say(403, wrong("AuthError", "Invalid token"))
            return
        reference = parse_qs(urlparse(self.path).query).get("reference", [""])[0]
        self._say(200, {"notifications": [one for one in self.server.messages if one["reference"] == reference]})

    def _refused(self, kind: str, asked: dict) -> tuple[int, dict] | None:
        if self.server.answers:
            status, words = self.server.answers.pop(0)
            return status, wrong("Error", words)
        if not self._is_signed():
            return 403, wrong("AuthError", "Invalid token: signature")
        if asked["template_id"] != TEMPLATES[kind]:
            return 400, wrong("BadRequestError", "Template not found")
        address = asked.get(ADDRESS[kind], "")
        if kind == "sms" and sum(letter.isdigit() for letter in address) < 10:
            return 400, wrong("ValidationError", "phone_number Not enough digits")
        return None

    def _is_signed(self) -> bool:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": True})["iss"] == SERVICE
        except jwt.InvalidTokenError:
            return False

    def _say(self, status: int, words: dict) -> None:
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Quiet."""


def wrong(error: str, words: str) -> dict:
    return {"errors": [{"error": error, "message": words}]}


@contextmanager
def notify() -> Iterator[FakeNotify]:
    with FakeNotify() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            yield server
        finally:
            server.shutdown()
