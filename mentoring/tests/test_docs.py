"""README is kept true: what it names exists, and what exists is on its map (house.md, "Checks that fail")."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = ("mentoring", "schemes", "safeguarding", "matching", "evaluation")
NOT_PARTS = {"tests", "migrations", "management", "locale", "data"}


def named(pattern: str) -> set[str]:
    return set(re.findall(pattern, README))


def parts() -> set[str]:
    return {
        f"{room}/{package.parent.name}/"
        for room in ROOMS
        for package in (ROOT / room).glob("*/__init__.py")
        if package.parent.name not in NOT_PARTS
    }


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_readme_names_the_two_commands(command):
    assert command in README


def test_every_make_target_that_readme_names_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    commands = set(re.findall(r"(?:^ {4}|`|[A-Z]+=\S+ )make ([a-z]+)\b", README, flags=re.MULTILINE))
    assert commands and commands <= targets


def test_every_management_command_that_readme_names_exists():
    assert named(r"manage\.py ([a-z_]+)") <= set(get_commands())


def test_every_part_of_the_house_is_on_the_map():
    assert parts() - named(r"`([a-z]+/[a-z_]+/)`") == set()


def test_every_place_on_the_map_exists():
    places = named(r"`([a-z]+/(?:[a-z_]+/)*(?:[a-z_]+\.py)?)`") - {"var/", "var/mail/"}
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_every_picture_in_readme_exists():
    assert [each for each in named(r"\]\((docs/[^)]+)\)") if not (ROOT / each).exists()] == []


def test_every_environment_variable_in_readme_is_read_by_the_settings():
    settings = (ROOT / "mentoring" / "settings.py").read_text(encoding="utf-8")
    variables = {
        name
        for row in re.findall(r"^\| (`[A-Z_`, ]+)\|", README, flags=re.MULTILINE)
        for name in re.findall(r"[A-Z_]+", row)
    }
    assert variables
    assert [name for name in variables if f'"{name}"' not in settings] == []
