"""Asks a site as it is in real use (no DEMO, no DEBUG, behind TLS) and prints what it answered, as JSON.

Run by `test_real_site.py` in a process of its own, because settings are read once. The database is an empty file, so
that whatever needs a table breaks: what a visitor sees of a fault is seen here too.
"""

import json
import logging

import django
from django.test import Client, RequestFactory

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.middleware import SessionMiddleware  # noqa: E402
from django.http import HttpResponse  # noqa: E402

ASKED = {
    "sign in": ("GET", "/accounts/login/"),
    "nowhere": ("GET", "/nowhere/"),
    "fault": ("GET", "/join/sheffield/"),
    "static file": ("GET", "/static/css/theme.css"),
    "health": ("GET", "/health/live"),
    "pieces": ("GET", "/kit/"),
    "demo": ("POST", "/demo/enter/mentor/"),
    "demo mail": ("GET", "/demo/mail/"),
    "admin": ("GET", "/admin/"),
    "git": ("GET", "/.git/HEAD"),
    "source": ("GET", "/static/../manage.py"),
    "dots": ("GET", "/static/%2e%2e/manage.py"),
    "folder": ("GET", "/static/"),
    "inner folder": ("GET", "/static/css/"),
    "uploads": ("GET", "/files/"),
    "trace": ("TRACE", "/accounts/login/"),
    "put": ("PUT", "/health/live"),
    "delete": ("DELETE", "/accounts/login/"),
}
SETTINGS = (
    "DEBUG", "DEMO", "PASSWORD_HASHERS", "SILENCED_SYSTEM_CHECKS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME",
    "CELERY_ACCEPT_CONTENT", "CELERY_TASK_SERIALIZER", "CELERY_RESULT_SERIALIZER", "SESSION_SERIALIZER",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
)  # fmt: skip


def told(answer) -> dict:
    cookies = {name: {key: value for key, value in one.items() if value} for name, one in answer.cookies.items()}
    body = answer.getvalue().decode("utf-8", "replace")
    return {"status": answer.status_code, "heads": dict(answer.headers), "cookies": cookies, "body": body[:50_000]}


def session_cookie() -> dict:
    """The cookie of a sign-in, as the middleware sets it."""

    def view(request):
        request.session["here"] = 1
        return HttpResponse()

    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    return told(SessionMiddleware(view)(RequestFactory().get("/", secure=True)))


def main() -> None:
    logging.disable()
    client = Client(raise_request_exception=False, SERVER_NAME=settings.ALLOWED_HOSTS[0])
    asked = {
        name: told(client.generic(method, path, secure=True, HTTP_ORIGIN="https://far.example"))
        for name, (method, path) in ASKED.items()
    }
    asked["language"] = told(client.post("/language/", {"language": "cy"}, secure=True))
    plain = {name: told(client.generic(method, path)) for name, (method, path) in ASKED.items()}
    forged = told(client.get("/accounts/login/", headers={"X-Forwarded-Proto": "https"}))
    host = told(client.get("/accounts/login/", secure=True, headers={"Host": "far.example"}))
    claimed = told(client.get("/accounts/login/", secure=True, headers={"X-Forwarded-Host": "far.example"}))
    kept = {name: getattr(settings, name) for name in SETTINGS}
    facts = {"asked": asked, "plain": plain, "forged": forged, "host": host, "claimed": claimed, "settings": kept}
    print(json.dumps({**facts, "session": session_cookie()}))  # noqa: T201  what it is for


main()
