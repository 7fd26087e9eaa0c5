"""What our own source never does (ASVS 5.0, V1, V5, V11, V13, V15): each rule is also broken here on purpose."""

import re

import pytest
from django.conf import settings

from mentoring.tests import source_rules as rules
from mentoring.tests.access_kit import addresses
from mentoring.tests.guards import HOUSE, source_files
from safeguarding.concerns.printing.redacting import without
from safeguarding.erasure.naming import nameless, pattern_of

SCRIPTS = sorted((HOUSE / "static" / "js").glob("*.js")) + [HOUSE / "templates" / "offline" / "service_worker.js"]
PAGES = [*sorted((HOUSE / "templates").rglob("*.html")), *sorted((HOUSE / "static" / "css").glob("*.css"))]


def found(rule, *, but: tuple[str, ...] = ()) -> list[str]:
    """Where a rule is broken; `but` names files in which it may be, each with its reason at its side."""
    broken = {str(path.relative_to(HOUSE)): rule(path.read_text()) for path in source_files()}
    assert [name for name in but if not broken.get(name)] == [], "needs no exception any more"
    return [f"{name}: {one}" for name, all_of_it in broken.items() if name not in but for one in all_of_it]


def lines_with(pattern: re.Pattern, files) -> list[str]:
    return [
        f"{path.relative_to(HOUSE)}:{number}: {match[0]}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (match := pattern.search(line))
    ]


def test_no_code_is_run_that_was_put_together():
    assert found(rules.runs_code) == []


def test_only_the_supervisor_starts_programs():
    """Web server, worker, scheduler, broker: command lines of ours."""
    assert found(rules.starts_programs, but=("mentoring/serve/supervisor.py",)) == []


def test_nothing_asks_another_server():
    """But for its own port, whether one is free, and what mail relay and scanner of the environment answer."""
    own = (
        "mentoring/management/commands/serve.py", "mentoring/serve/processes.py", "mentoring/notices/channels/smtp.py",
        "mentoring/web/scanning.py",
    )  # fmt: skip
    assert found(rules.asks_others, but=own) == []


def test_no_sql_is_put_together_from_what_was_typed():
    """The triggers and the transaction's own mark, from constants; whether the database answers."""
    own = ("mentoring/refusing.py", "mentoring/web/queries.py", "matching/pairing/models/watching.py")
    assert found(rules.raw_sql, but=own) == []


def test_chance_that_can_be_guessed_makes_no_secret():
    """Made-up people of the demo only."""
    assert [one for one in found(rules.guessed) if not re.search(r"/demo\w*\.py: ", one)] == []


def test_sealing_and_hashing_come_from_known_libraries():
    """`cryptography` seals, Argon2 hashes passwords, SHA-256 and BLAKE2 the rest; nothing of our own making."""
    assert found(rules.weak_hashes) == []
    kinds = {name for path in source_files() for name in rules.imported(path.read_text(), {"cryptography", "Crypto"})}
    assert kinds - {"cryptography.fernet.InvalidToken"} == {
        "cryptography.fernet",
        "cryptography.fernet.Fernet",
        "cryptography.fernet.MultiFernet",
        "cryptography.hazmat.primitives.ciphers.aead",
        "cryptography.hazmat.primitives.ciphers.aead.AESGCM",
    }


def test_no_template_is_made_of_words():
    assert found(rules.templates_of_words) == []


def test_no_sentence_is_filled_in_that_somebody_typed():
    assert found(rules.fills_typed_sentences) == []


def test_no_pattern_is_put_together_from_what_was_typed():
    """Two look for names in a text, and escape them first (below); the others go through a list of ours."""
    own = (
        "schemes/recruitment/sheet_history.py", "evaluation/turnover/passage.py", "safeguarding/vetting/numbers.py",
        "safeguarding/concerns/printing/redacting.py", "safeguarding/erasure/naming.py",
    )  # fmt: skip
    assert found(rules.patterns_of_words, but=own) == []


@pytest.mark.parametrize("name", ["A.* (B", "[", "Jo+", "x|y", "\\", "a{9}"])
def test_a_name_that_is_looked_for_is_no_pattern(name):
    told = f"{name} said so, and Anna Bell did not."
    for left in (without(told, [name]), nameless(told, pattern_of([name], [name]))):
        assert left.endswith(" said so, and Anna Bell did not.")


def test_no_path_is_made_of_a_name_that_was_sent():
    """What somebody's file was called is shown again to them, and is nothing else."""
    shown = ("schemes/management/commands/import_people.py", "schemes/recruitment/importing/views.py")
    assert found(rules.paths_of_names, but=shown) == []


def test_no_address_of_a_page_is_taken_from_what_was_typed():
    """The board's own filters come back behind its own address."""
    assert found(rules.leads_where_it_was_told, but=("matching/pairing/views/board.py",)) == []


def test_no_form_takes_every_field():
    assert found(rules.takes_every_field) == []


def test_what_is_marked_as_safe_is_ours():
    """Drawings made here of escaped parts, and fixed words of long lists."""
    drawn = (
        "mentoring/web/templatetags/kit.py", "mentoring/web/charts/drawing.py", "schemes/people/rosters.py",
        "schemes/recruitment/campaigns/poster.py", "matching/pairing/rosters.py",
    )  # fmt: skip
    assert found(rules.marks_as_safe, but=drawn) == []
    unescaped = re.compile(r"\|\s*safe\b|safeseq|autoescape off")
    assert lines_with(unescaped, (HOUSE / "templates").rglob("*.html")) == []


def test_page_scripts_write_text_only():
    """No HTML put together, nothing run, nothing kept in the browser, no messages between windows."""
    assert lines_with(rules.IN_SCRIPTS, SCRIPTS) == []


def test_pages_use_no_plug_ins():
    assert lines_with(rules.IN_PAGES, PAGES) == []


def test_pages_load_nothing_from_elsewhere():
    assert lines_with(rules.ELSEWHERE, PAGES) == []


def test_no_folder_of_files_is_served():
    """Files that were sent in are given out by views that ask who asks; none lies where the web server hands out."""
    assert settings.MEDIA_URL == "/"
    assert not [one.name for one in addresses() if one.entry.callback.__module__ == "django.views.static"]
    assert settings.MEDIA_ROOT not in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS)
    assert settings.STATIC_ROOT not in settings.MEDIA_ROOT.parents


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        (rules.runs_code, "eval(words)"),
        (rules.runs_code, "import pickle"),
        (rules.runs_code, "def later():\n    from yaml import load"),
        (rules.starts_programs, "os.system('ls')"),
        (rules.starts_programs, "import subprocess"),
        (rules.starts_programs, "run(words, shell=True)"),
        (rules.asks_others, "import requests"),
        (rules.asks_others, "from urllib.request import urlopen"),
        (rules.raw_sql, "Match.objects.raw(words)"),
        (rules.raw_sql, "cursor.execute(f'SELECT {words}')"),
        (rules.guessed, "from random import choice"),
        (rules.weak_hashes, "hashlib.md5(words)"),
        (rules.templates_of_words, "Template(words).render(context)"),
        (rules.templates_of_words, "engine.from_string(words)"),
        (rules.fills_typed_sentences, "form.cleaned_data['words'].format(person)"),
        (rules.patterns_of_words, "re.search(words, text)"),
        (rules.patterns_of_words, "re.compile(f'^{words}$')"),
        (rules.paths_of_names, "kept = folder / file.name"),
        (rules.paths_of_names, "open(request.GET['file'])"),
        (rules.leads_where_it_was_told, "def view(request):\n    return redirect(request.GET['next'])"),
        (rules.takes_every_field, "fields = '__all__'"),
        (rules.takes_every_field, "exclude = ('state',)"),
        (rules.marks_as_safe, "mark_safe(words)"),
    ],
)
def test_each_rule_catches_what_it_is_for(rule, bad):
    assert rule(bad)


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (rules.IN_SCRIPTS, "box.innerHTML = words;"),
        (rules.IN_SCRIPTS, "localStorage.setItem('name', name);"),
        (rules.IN_SCRIPTS, "kept[key][name] = value;"),
        (rules.IN_PAGES, '<object data="x">'),
        (rules.ELSEWHERE, '<script src="https://far.example/x.js">'),
        (rules.ELSEWHERE, "background: url(https://far.example/x.png)"),
    ],
)
def test_each_pattern_catches_what_it_is_for(pattern, bad):
    assert pattern.search(bad)
