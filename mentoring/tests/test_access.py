"""Every address × every person of the cast × every method: what is met is what the rows say (roles.md), and what
`docs/access.txt` shows. An address without a row or without a line fails."""

from dataclasses import replace
from uuid import UUID

import pytest

from mentoring.tests import access_file
from mentoring.tests.access_file import lines_of, told, unshadowed
from mentoring.tests.access_kit import NOBODY, Row, addresses, table, url_of
from mentoring.tests.access_knocks import METHODS, Met, is_refused, knocking

SHARES = 4  # knocked at side by side where tests run so
#: They read nothing of what is sent: the press says it all.
PRESSED = {
    "exit_now", "still_here", "matching:cover_session_left", "schemes:application_send", "schemes:asking_keep",
    "schemes:asking_open", "schemes:asking_send", "schemes:mail_no_more", "schemes:policy_show",
}  # fmt: skip
#: A method that an address does not take; whoever is not signed in may be asked to sign in first.
REFUSED = {False: ("refused",), True: ("refused", "signs-in")}
#: A key that no record has.
ABSENT = {UUID: UUID(int=0), int: 2**31 - 2, str: "nowhere"}


def test_every_address_has_a_row_and_every_row_an_address():
    names = {address.name for address in addresses()}
    assert names - set(table()) == set(), "addresses without a row in <app>/tests/access.py"
    assert set(table()) - names == set(), "rows without an address"


def test_every_address_has_its_line_in_the_file_and_nothing_else_stands_there():
    paths = {address.path for address in addresses()}
    assert paths - set(told()) == set(), "addresses without a line in docs/access.txt: run `make access` and read it"
    assert set(told()) - paths == set(), "lines without an address: run `make access`"
    is_whole = access_file.PATH.read_text(encoding="utf-8") == access_file.written(told())
    assert is_whole, "words or order are not as written: run `make access`"


@pytest.fixture
def knocks(world):
    with knocking(world) as knocks:
        yield knocks


def against_row(name: str, row: Row, met: Met) -> list[str]:
    """What is met and was not meant: by who may look, who may send, and nobody with any other method."""
    takes = {"get": row.method == "get", "head": row.method == "get", "post": not is_refused(met["post"])}
    return [
        f"{method.upper()} {name} for {person}: {found}, expected {expected}"
        for method, cells in met.items()
        for person, found in cells.items()
        if found not in (expected := meant(row, person, method, takes.get(method, False)))
    ]


def meant(row: Row, person: str, method: str, takes: bool) -> tuple[str, ...]:
    if not takes:
        return REFUSED[person in NOBODY]
    expected = row.expected(person, method)
    return (expected, "not-found") if row.kind == "public" else (expected,)


def against_file(path: str, met: Met, says: list[str]) -> list[str]:
    is_so = lines_of(path, met)
    return [f"- {line}" for line in says if line not in is_so] + [f"+ {line}" for line in is_so if line not in says]


@pytest.mark.parametrize("share", range(SHARES))
def test_everybody_meets_at_every_door_with_every_method_what_rows_and_file_say(knocks, share):
    rows, says, wrong, differs = table(), told(), [], []
    for address in sorted(unshadowed(), key=lambda one: one.name)[share::SHARES]:
        met = knocks.at(address.name, rows[address.name])
        wrong += against_row(address.name, rows[address.name], met)
        differs += against_file(address.path, met, says.get(address.path, []))
        is_ours = address.name not in PRESSED and not address.area.startswith("allauth")
        if is_ours and not (knocks.is_read or is_refused(met["get"]) or is_refused(met["post"])):
            wrong.append(f"{address.name} takes a POST and reads nothing of it: @require_safe is missing")
    assert not wrong, "\n".join(wrong)
    assert not differs, "\n".join(["docs/access.txt is not what was met (`make access` writes it):", *differs])


@pytest.mark.parametrize("person", ["coordinator", "outsider", "anonymous"])
def test_a_method_that_is_refused_tells_nobody_whether_there_is_such_a_record(knocks, person):
    """Above it was refused where the record is; here it is not."""
    rows, says, apart = table(), told(), []
    for address in unshadowed():
        kwargs = absent_in_place_of(rows[address.name].kwargs(knocks.world))
        url = url_of(address.name, replace(rows[address.name], kwargs=lambda _, kwargs=kwargs: kwargs), knocks.world)
        takes = " ".join(says[address.path]).lower().split()
        for method in METHODS if kwargs else ():
            if method not in takes and (met := knocks.knock(person, method, url, {})) not in REFUSED[person in NOBODY]:
                apart.append(f"{method.upper()} {url}: {met}")
    assert not apart, "\n".join(apart)


def absent_in_place_of(kwargs: dict) -> dict:
    return {key: ABSENT[type(value)] for key, value in kwargs.items() if key != "scheme"}
