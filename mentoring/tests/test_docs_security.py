"""`docs/security.md` says what the code does: figures, words, keys, ways in (ASVS 5.0, rows asking for a document)."""

import re
from datetime import timedelta

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django.conf import settings

from evaluation.reports.models import KEPT
from matching.expenses.actions import MOST_RECEIPTS
from mentoring.accounts.lasting import IDLE, IDLE_YOUNG, LONGEST, MINUTE
from mentoring.accounts.passwords import OUR_WORDS
from mentoring.tests.accounts.test_passwords import common
from mentoring.tests.guards import HOUSE
from mentoring.web import drafts, limits, pdf, uploads
from schemes.people.actions.memberships import INVITATION_DAYS
from schemes.people.forms import InvitationTakeUpForm
from schemes.people.permissions import READS_OF_OTHERS, STAFF
from schemes.recruitment import sheet_files
from schemes.young_people.codes import actions as codes
from schemes.young_people.codes import gate, hashing

PAGE = " ".join((HOUSE / "docs" / "security.md").read_text(encoding="utf-8").split())
MB = 1024 * 1024


def part(heading: str) -> str:
    return PAGE.split(f"## {heading} ")[1].split(" ## ")[0]


def option(name: str, key: str):
    return next(one["OPTIONS"][key] for one in settings.AUTH_PASSWORD_VALIDATORS if one["NAME"].endswith(name))


def rate(of: str, place: int) -> list[int]:
    """[how often, within how many seconds] of one of allauth's limits, e.g. "10/m/ip,5/300s/key"."""
    often, within, _ = account.RATE_LIMITS[of].split(",")[place].split("/")
    seconds = int(within.removesuffix("s")) if within.endswith("s") else {"m": 60, "h": 3600}[within]
    return [int(often), seconds]


FIGURES = {
    "at least {} characters": lambda: option("MinimumLengthValidator", "min_length"),
    "at most {} in an invitation": lambda: InvitationTakeUpForm.base_fields["password"].max_length,
    "the {:,} long ones": lambda: len(common()),
    "After {} wrong passwords": lambda: rate("login_failed", 1)[0],
    "takes none for {} minutes": lambda: rate("login_failed", 1)[1] // 60,
    "may be wrong {} times a minute": lambda: rate("login_failed", 0)[0],
    "and try {} times": lambda: rate("login", 0)[0],
    "asked for {} times a minute at most for one mailbox": lambda: rate("reset_password", 1)[0],
    "works once and for {} days. An": lambda: settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
    "An invitation works once and for {} days": lambda: INVITATION_DAYS,
    "{} wrong ones an hour": lambda: int(limits.WRONG_LINKS["wrong-link"].split("/")[0]),
    "after {} minutes in which a young person": lambda: IDLE_YOUNG // MINUTE,
    "{} for everybody else": lambda: IDLE // MINUTE,
    "after {} hours in all": lambda: LONGEST // 3600,
    "typed again within {} minutes": lambda: account.REAUTHENTICATION_TIMEOUT // 60,
    "it counts for {} minutes": lambda: account.REAUTHENTICATION_TIMEOUT // 60,
    "a report is kept for {} hours": lambda: KEPT // timedelta(hours=1),
    "a photo or PDF | {} MB": lambda: uploads.MAX_BYTES // MB,
    "{} million pixels": lambda: uploads.MAX_PIXELS // 1_000_000,
    "{} pages; JPEG, PNG, WebP and PDF": lambda: uploads.MAX_PAGES,
    "receipts of a claim | {} |": lambda: MOST_RECEIPTS,
    "a spreadsheet | {} MB": lambda: sheet_files.MAX_BYTES // MB,
    "{} MB and": lambda: sheet_files.MAX_UNPACKED_BYTES // MB,
    "{} parts unpacked": lambda: sheet_files.MAX_PARTS,
    "{:,} lines": lambda: sheet_files.MAX_LINES,
    "a form | {} MB": lambda: settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MB,
    "a draft | {:,} letters": lambda: drafts.LARGEST,
    "a paper | {} pages": lambda: pdf.PAGES_MOST,
    "work of the worker | {} seconds": lambda: settings.CELERY_TASK_TIME_LIMIT,
    "public forms | {} an hour": lambda: int(limits.too_many.__defaults__[0].split("/")[0]),
    "{} letters an hour to one mailbox": lambda: int(limits.too_many_to.__defaults__[0].split("/")[0]),
    "it has {} figures": lambda: hashing.FIGURES,
    "works once and for {} minutes, is kept as a keyed hash": lambda: codes.LASTS.seconds // 60,
    "ends with the {}th wrong try": lambda: codes.MOST_WRONG,
    "vouches for {} minutes of that one sign-in": lambda: gate.SURE_FOR // 60,
    "{} an hour are given to one person": lambda: codes.MOST_AN_HOUR,
    "HMAC-SHA1 as its standard says, {} seconds": lambda: mfa.TOTP_PERIOD,
}


@pytest.mark.parametrize("words", FIGURES)
def test_the_figures_on_the_page_are_those_of_the_code(words):
    assert words.format(FIGURES[words]()) in PAGE


def test_the_page_lists_our_own_words():
    listed = PAGE.split("our own words with little around them: ")[1].split(".")[0]
    assert tuple(listed.split(", ")) == OUR_WORDS


def test_the_page_names_each_way_to_sign_in():
    """Backends and second factors are those it speaks of; `test_signing_in` finds any other call that signs in."""
    ways = re.findall(r"\| ([a-z ]+) \| [^|]+ \| [^|]+ \|", part("Signing in").split("|---|---|---|")[1])
    assert ways == ["address and password", "passkey", "invitation", "new password by mail", "the demo"]
    assert settings.MFA_SUPPORTED_TYPES == ["totp", "webauthn", "recovery_codes"]
    assert [name.rsplit(".", 1)[1] for name in settings.AUTHENTICATION_BACKENDS] == [
        "ModelBackend", "AuthenticationBackend", "ObjectPermissionBackend",
    ]  # fmt: skip
    assert not account.LOGIN_BY_CODE_ENABLED and not account.PASSWORD_RESET_BY_CODE_ENABLED
    assert {role.name.lower() for role in STAFF} == {"coordinator", "manager", "lead", "supervisor", "trainer"}
    assert "Co-ordinators, managers, leads, supervisors and trainers see no record before a second factor" in PAGE
    assert {role.name.lower() for role in READS_OF_OTHERS} == {"mentor", "referrer", "educator"}
    assert "Nor do approved mentors, referrers and practice educators, on their own pages too" in PAGE


def test_the_page_says_how_many_sign_ins_there_may_be():
    assert "Somebody may be signed in as often as they like at once" in PAGE


def test_the_page_says_who_reads_which_field():
    told = part("Who may do what")
    for who in ("trainer", "supervisor", "referrer", "advisory group", "co-ordinator", "lead"):
        assert who in told
    assert "mentoring/tests/test_canaries.py" in told


def test_the_page_names_the_rules_of_what_can_be_typed():
    told = part("What may be typed and sent")
    for what in (
        "days",
        "telephone numbers",
        "postcode",
        "e-mail",
        "choices",
        "longest length",
        "Together have to fit",
    ):
        assert what in told


def test_the_page_says_what_each_class_of_data_asks_for():
    rows = re.findall(r"\| (ordinary|personal|sensitive) \| ([^|]{20,}) \|", part("What is told to whom"))
    assert [name for name, _ in rows] == ["ordinary", "personal", "sensitive"]


def test_the_page_names_everybody_we_talk_to():
    """Each setting that is an address of another program is one of these."""
    told = part("What is told to whom")
    assert (
        "its database, its broker, its mail relay and, where there are such, its scanner for viruses and GOV.UK Notify"
        in told
    )
    source = (HOUSE / "mentoring" / "settings.py").read_text()
    assert set(re.findall(r'"(\w+_URL)"', source)) == {
        "SITE_URL",
        "DATABASE_URL",
        "EMAIL_URL",
        "REDIS_URL",
        "CLAMD_URL",
        "NOTIFY_URL",
    }


def test_the_page_names_every_key():
    told = part("Keys")
    source = (HOUSE / "mentoring" / "settings.py").read_text()
    secrets = set(re.findall(r'secret\("(\w+)"\)', source))
    assert secrets == {"SECRET_KEY", "FIELD_KEYS"}
    assert all(f"| `{name}` |" in told for name in secrets)
    for way in (
        "Fernet (AES-128-CBC, HMAC-SHA256)",
        "AES-256-GCM",
        "Argon2id",
        "SHA-256",
        "BLAKE2b",
        "HMAC-SHA1",
        "TLS",
    ):
        assert way in told, way
    assert "change it every year" in told


def test_the_page_says_what_is_logged_and_where():
    told = part("The log and the trail")
    for what in ("signing in and out", "second factors", "new passwords", "doors that stayed shut", "faults", "UTC"):
        assert what in told, what
    assert "journald.conf" in told and "audit_verify" in told


def test_the_page_says_how_soon_libraries_are_renewed():
    told = part("Of the installation")
    assert "closed within 14 days, any other within 90" in told
    assert "every 3 months" in told


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", ".ci/uv.txt"])
def test_every_library_is_pinned_with_its_hashes(name):
    pins = (HOUSE / name).read_text().replace("\\\n", " ").splitlines()
    pins = [line for line in pins if line.strip() and not line.strip().startswith("#")]
    assert pins
    assert [line[:60] for line in pins if not re.match(r"[\w.\[\],-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_what_is_asked_for_is_pinned():
    pinned = (HOUSE / "requirements.txt").read_text().lower()
    for line in (HOUSE / "requirements.in").read_text().splitlines():
        name = re.match(r"[A-Za-z][\w-]*", line)
        assert name is None or re.search(rf"^{re.escape(name[0].lower())}(\[\w+\])?==", pinned, re.MULTILINE), line
