"""What a site in real use answers: TLS alone, cookies shut in, browsers told what they may do, nothing of the inside
(ASVS 5.0, V3, V4.1 and V13.4). Settings are those of an installation; see `asked_for_real`."""

import json
import os
import subprocess
import sys

import pytest

from mentoring.tests.guards import HOUSE
from mentoring.tests.serve.test_start import REAL

YEAR = 365 * 24 * 3600
ALL = ["sign in", "nowhere", "fault", "static file", "health", "trace", "language"]
REAL_SECRETS = REAL | {"SECRET_KEY": "m8Q-4zK2vYt7Wb_9pLxE3nRd6HsUaGjC1fTqZi0oBwXeVyNkJr5uSgPhMcDlA2I"}


def run(tmp_path, *command: str, **env) -> subprocess.CompletedProcess:
    given = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **REAL_SECRETS, **env}
    return subprocess.run([sys.executable, *command], cwd=HOUSE, env=given, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("real")
    collected = run(folder, "manage.py", "collectstatic", "--noinput", "-v0")
    assert collected.returncode == 0, collected.stderr
    told = run(folder, "-m", "mentoring.tests.web.asked_for_real", DJANGO_SETTINGS_MODULE="mentoring.settings")
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def test_pages_lead_to_tls_and_what_machines_ask_does_not(site):
    plain = {name: answer["status"] for name, answer in site["plain"].items()}
    assert plain.pop("health") == 200, "asked from inside, past the proxy, and tells of machinery only"
    assert plain.pop("put") == 405, "of the same page"
    assert set(plain.values()) == {301}
    assert site["plain"]["sign in"]["heads"]["Location"] == "https://mentoring.example/accounts/login/"


@pytest.mark.parametrize("name", ALL)
def test_browsers_are_told_to_use_tls_alone_for_a_year(site, name):
    said = site["asked"][name]["heads"]["Strict-Transport-Security"].split("; ")
    assert int(said[0].removeprefix("max-age=")) >= YEAR
    assert "includeSubDomains" in said


def test_every_cookie_is_bound_to_this_host_and_shut_to_scripts(site):
    cookies = {}
    for answer in [*site["asked"].values(), site["session"]]:
        cookies |= answer["cookies"]
    assert set(cookies) == {"__Host-sessionid", "__Host-csrftoken", "__Host-language"}
    for name, cookie in cookies.items():
        assert cookie["secure"] and cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert cookie["path"] == "/", name
        assert not cookie.get("domain"), name


@pytest.mark.parametrize("name", ALL)
def test_every_answer_says_what_a_browser_may_do_with_it(site, name):
    heads = site["asked"][name]["heads"]
    policy = dict(part.strip().split(" ", 1) for part in heads["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert set(" ".join(policy.values()).split()) <= {"'none'", "'self'", "data:"}
    assert heads["X-Content-Type-Options"] == "nosniff"
    assert heads["Referrer-Policy"] == "same-origin"
    assert heads["Cross-Origin-Opener-Policy"] == "same-origin"


def test_no_other_site_may_ask(site):
    assert not [name for name, answer in site["asked"].items() if "Access-Control-Allow-Origin" in answer["heads"]]


def test_a_fault_tells_nothing_of_the_inside(site):
    fault = site["asked"]["fault"]
    assert fault["status"] == 500
    for word in ("Traceback", "Error at", "OperationalError", "no such table", "sqlite", "mentoring/", "settings"):
        assert word not in fault["body"], word
    assert "Traceback" not in site["asked"]["nowhere"]["body"]
    assert "urlpatterns" not in site["asked"]["nowhere"]["body"]
    assert not {"Server", "X-Powered-By"} & set(fault["heads"])


@pytest.mark.parametrize("name", ["pieces", "demo", "demo mail", "admin"])
def test_nothing_for_trying_things_out_is_there(site, name):
    assert site["asked"][name]["status"] in (403, 404)
    assert not (site["settings"]["DEBUG"] or site["settings"]["DEMO"])
    assert not site["settings"]["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]


@pytest.mark.parametrize("name", ["git", "source", "dots", "folder", "inner folder", "uploads"])
def test_no_folder_and_no_source_is_handed_out(site, name):
    assert site["asked"][name]["status"] in (302, 404)
    assert "DJANGO_SETTINGS_MODULE" not in site["asked"][name]["body"]


@pytest.mark.parametrize("name", ["trace", "put", "delete"])
def test_methods_that_nobody_needs_are_refused(site, name):
    assert site["asked"][name]["status"] == 405


def test_a_forged_head_changes_nothing(site):
    assert site["forged"]["status"] == 301, "without a proxy nobody is believed to speak TLS already"
    assert site["host"]["status"] == 400
    assert "far.example" not in site["claimed"]["body"]


def test_passwords_are_hashed_by_argon2(site):
    assert site["settings"]["PASSWORD_HASHERS"][0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_argon2_takes_as_much_as_is_advised():
    """OWASP's advice: at least 19 MiB twice, or as much work in another mix."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    asked = Argon2PasswordHasher().params()
    assert asked.memory_cost * asked.time_cost >= 19 * 1024 * 2
    assert asked.type.name == "ID"


def test_the_queue_takes_json_alone(site):
    kept = site["settings"]
    assert kept["CELERY_ACCEPT_CONTENT"] == ["json"]
    assert kept["CELERY_TASK_SERIALIZER"] == kept["CELERY_RESULT_SERIALIZER"] == "json"
    assert kept["SESSION_SERIALIZER"].endswith("JSONSerializer")


def test_djangos_own_checks_have_nothing_to_say_and_none_is_silenced(site, tmp_path):
    told = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (told.returncode, site["settings"]["SILENCED_SYSTEM_CHECKS"]) == (0, []), told.stderr


def test_a_short_secret_is_told_before_the_start(tmp_path):
    told = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", SECRET_KEY="short")
    assert told.returncode != 0
    assert "security.W009" in told.stderr
