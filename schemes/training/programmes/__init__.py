"""Ready-made courses as data (`*.toml` beside this file): a scheme starts from one and makes it its own (R9)."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from schemes.training.topics import Topic

HERE = Path(__file__).parent


@dataclass(frozen=True)
class ReadyModule:
    """One module as the programme has it; `hours` as a Decimal, `refresh_months` None where once is enough."""

    topic: str
    about: str
    hours: Decimal
    is_required: bool = False
    refresh_months: int | None = None
    is_self_study: bool = False
    text: str = ""
    questions: str = ""

    @property
    def words(self) -> str:
        return str(dict(Topic.choices)[self.topic])


@dataclass(frozen=True)
class ReadyProgramme:
    """A course ready to be taken over: who it is for, where it comes from, and its modules in order."""

    key: str
    title: str
    made_for: str
    about: str
    source: str
    modules: tuple[ReadyModule, ...]

    @property
    def hours(self) -> Decimal:
        return sum((module.hours for module in self.modules), Decimal(0))


@cache
def programmes() -> tuple[ReadyProgramme, ...]:
    """All of them, in the order of their file names. KeyError or TypeError where a file is written wrongly."""
    return tuple(programme_in(path.stem, tomllib.loads(path.read_text())) for path in sorted(HERE.glob("*.toml")))


def programme_named(key: str) -> ReadyProgramme | None:
    return next((programme for programme in programmes() if programme.key == key), None)


def programme_in(key: str, written: dict) -> ReadyProgramme:
    """One programme from its parsed file."""
    modules = tuple(
        ReadyModule(**{**module, "hours": Decimal(str(module["hours"]))}) for module in written.pop("modules")
    )
    return ReadyProgramme(key=key, modules=modules, **written)
