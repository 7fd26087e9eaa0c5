"""The house's rules (docs: "Checks that fail"). Each is also broken here on purpose, on a line of made-up code."""

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver

from mentoring.records import Record, StateChange
from mentoring.tests import guards

TOP_LEVEL = {
    "manage.py", "mentoring", "schemes", "matching", "safeguarding", "evaluation", "templates", "static", "bench",
    "requirements.txt", "requirements.in", "requirements-dev.in", "requirements-dev.txt", "pytest.ini", "README.md",
    "conftest.py", "pyproject.toml", "Makefile", "docs", ".ci", ".git", ".gitignore", ".venv", "var", "LICENSE",
    ".pytest_cache", ".ruff_cache", ".hypothesis", "node_modules", "package.json", "package-lock.json", "__pycache__",
}  # fmt: skip


def name_of(path):
    return str(path.relative_to(guards.HOUSE))


def every(check, files):
    return [f"{name_of(path)}: {found}" for path in files for found in check(path.read_text())]


def test_the_top_level_holds_the_five_rooms_and_no_other_app():
    assert {path.name for path in guards.HOUSE.iterdir()} <= TOP_LEVEL


def test_imports_run_one_way_down_the_house():
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in guards.source_files()
        for module in guards.upward_imports(path.read_text(), path.relative_to(guards.HOUSE).parts[0])
        if not (path.name == "settings.py" or path.name == "urls.py")
    ]
    assert wrong == []


def test_foreign_keys_run_one_way_down_the_house_also_as_strings():
    wrong = [
        f"{model._meta.label}.{field.name} points up to {field.related_model._meta.label}"
        for model in own_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model._meta.app_label in guards.ROOMS
        if guards.room_of(field.related_model._meta.app_label) > guards.room_of(model._meta.app_label)
    ]
    assert wrong == []


def test_nothing_writes_but_actions():
    files = [
        path
        for path in guards.source_files()
        if not guards.may_write(path) and "models" not in path.name and "models" not in path.parts
    ]
    assert every(guards.stray_writes, files) == []


def test_views_and_forms_get_rows_by_visible_to_only():
    files = [path for path in guards.source_files() if path.name in {"views.py", "forms.py"} or "views" in path.parts]
    assert every(guards.unscoped_rows, files) == []


def test_nothing_sets_a_state_but_the_mover():
    files = [path for path in guards.source_files() if path.name != "transitions.py"]
    assert every(guards.state_settings, files) == []


def test_functions_are_short():
    assert every(guards.long_functions, guards.source_files()) == []


def test_files_are_short():
    too_long = [
        f"{name_of(path)} has {lines} lines"
        for path in guards.source_files(tests=True)
        if (lines := len(path.read_text().splitlines())) > guards.FILE_LINES
    ]
    too_long += [
        f"{name_of(path)} has {lines} lines"
        for path in (guards.HOUSE / "templates").rglob("*.html")
        if (lines := len(path.read_text().splitlines())) > guards.TEMPLATE_LINES
    ]
    assert too_long == []


def test_no_room_has_a_junk_drawer():
    assert [name_of(p) for p in guards.source_files() if p.stem in {"utils", "helpers", "common", "misc"}] == []


def own_models():
    return [model for model in apps.get_models() if model._meta.app_label in guards.ROOMS]


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_every_field_is_classed_personal_sensitive_or_ordinary(model):
    base = StateChange if issubclass(model, StateChange) else Record
    shared = {field.name for field in base._meta.get_fields()} | {"password"}
    fields = {field.name for field in model._meta.get_fields() if field.concrete and not field.auto_created} - shared
    classes = model.DataProtection
    classed = [*classes.personal, *classes.sensitive, *classes.ordinary]
    assert len(classed) == len(set(classed)), "a field is classed twice"
    assert fields - set(classed) == set(), "not classed"
    assert set(classed) - fields - {"password"} == set(), "classed, but no field"


def patterns(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry.callback
        else:
            yield from patterns(entry, prefix + str(entry.pattern))


def test_every_page_says_what_opens_it():
    ungated = [
        address
        for address, view in patterns()
        if not hasattr(view, "gate") and not view.__module__.startswith(("allauth.", "django.views.static"))
    ]
    assert ungated == []


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (lambda s: guards.upward_imports(s, "schemes"), "from matching.pairing.models import Match"),
        (lambda s: guards.upward_imports(s, "mentoring"), "def late():\n    import schemes.models"),
        (guards.stray_writes, "match.save()"),
        (guards.stray_writes, "Match.objects.filter(pk=1).update(score=2)"),
        (guards.unscoped_rows, "Match.objects.filter(pk=1)"),
        (guards.unscoped_rows, "get_object_or_404(Match.objects, pk=1) or Match.objects.get(pk=1)"),
        (guards.state_settings, "match.state = 'ended'"),
        (guards.long_functions, "def long():\n" + "    pass\n" * 60),
    ],
)
def test_each_rule_catches_what_it_is_for(check, bad):
    assert check(bad)


def test_the_rules_leave_lawful_code_alone():
    lawful = "facts.update({'a': 1})\nrows = Match.objects.visible_to(actor).filter(pk=1)\nmatch_end(match=m, by=u)"
    assert not guards.stray_writes(lawful)
    assert not guards.unscoped_rows(lawful)
    assert not guards.upward_imports("from schemes.models import Scheme", "matching")
