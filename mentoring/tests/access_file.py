"""`docs/access.txt`: who meets what at each address of the site, to be read by people who answer for it.

`make access` (`python -m mentoring.tests.access_file`) builds the world of the tests in a database that is thrown away,
knocks at every door and writes down what was met. `test_access.py` knocks again and finds every line that differs.
"""

import sys
from re import MULTILINE, findall

import django
from django.db import transaction
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from mentoring.tests.access_kit import Address, addresses, table
from mentoring.tests.access_knocks import Met, is_refused, knocking
from mentoring.tests.guards import HOUSE, ROOMS

PATH = HOUSE / "docs" / "access.txt"
SIGNS = {"opens": "o", "forbidden": "f", "not-found": ".", "signs-in": "s", "refused": "x"}
FAULT = "!"
ALLAUTH = "signing in, as the library of this name does it"
COLUMNS = {
    "coordinator": ("coor", "co-ordinator"),
    "manager": ("mngr", "manager"),
    "lead": ("lead", "safeguarding lead; one concern is also granted to the supervisor"),
    "supervisor": ("supv", "supervisor"),
    "trainer": ("trnr", "trainer"),
    "mentor": ("ment", "mentor, matched with the young person"),
    "uncleared": ("uncl", "mentor whose checks are not complete"),
    "peer": ("peer", "peer mentor, who also stands in for the mentor"),
    "mentee": ("youn", "young person"),
    "referrer": ("refr", "referrer"),
    "educator": ("educ", "practice educator"),
    "advisor": ("advi", "advisory member"),
    "outsider": ("othr", "co-ordinator of another scheme"),
    "site_admin": ("site", "site admin"),
    "anonymous": ("anon", "nobody: not signed in"),
    "deactivated": ("gone", "co-ordinator whose account was deactivated, in a browser that still was signed in"),
}
HEAD = """\
WHO MEETS WHAT AT EACH ADDRESS

Written by `make access` from what was met. `mentoring/tests/test_access.py` knocks at every address as everybody with
every method (GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS), and fails where a line differs or is missing. Who should
meet what stands in each room's `tests/access.py`.

  o  opens                   f  forbidden: a member of the scheme who may not do this (403)
  s  is sent to sign in      .  not found: as if it were not there (404)

{people}

GET and HEAD look at a page, POST sends a form or presses a button. An address has two lines where not everybody who may
look may send. A method that no line names is refused to everybody (405), whether there is such a record or not; nobody
who is turned away changes anything. What <...> stands for is a record of this one scheme: of this mentor, of this young
person, of the match of the two.
"""


def written(lines: dict[str, list[str]]) -> str:
    """The whole file, given the lines of each path: by the parts of the house, as on README's map."""
    parts: dict[str, list[str]] = {}
    for address in sorted(unshadowed(), key=lambda one: (*place(one.area), one.path)):
        parts.setdefault(address.area, []).extend(lines.get(address.path, ()))
    people = "\n".join(f"  {short}  {who}" for short, who in COLUMNS.values())
    columns = " ".join(short for short, _ in COLUMNS.values()) + "  methods        address"
    what = dict(findall(r"^\| `(\S+)/` \| (.*?) \|", (HOUSE / "README.md").read_text(encoding="utf-8"), MULTILINE))
    written = ["\n".join([f"{area}: {what.get(area, ALLAUTH)}", columns, *each]) for area, each in parts.items()]
    return HEAD.format(people=people) + "".join(f"\n\n{part}\n" for part in written)


def place(area: str) -> tuple[int, str]:
    """allauth's pages of signing in first, then the rooms from the ground up."""
    room = area.split("/")[0]
    return (ROOMS.index(room) + 1 if room in ROOMS else 0, area)


def unshadowed() -> list[Address]:
    """One address a path: where two share it, the first answers."""
    return list({address.path: address for address in reversed(list(addresses()))}.values())


def lines_of(path: str, met: Met) -> list[str]:
    """One line for all methods with which everybody meets the same; none for methods that are refused to everybody."""
    alike: dict[str, list[str]] = {}
    for method, cells in met.items():
        if not is_refused(cells):
            alike.setdefault("    ".join(SIGNS.get(cells[person], FAULT) for person in COLUMNS), []).append(
                method.upper()
            )
    return [f" {cells}   {' '.join(methods):<13}  {path}" for cells, methods in alike.items()]


def told() -> dict[str, list[str]]:
    """What the file says: {path: its lines}."""
    found: dict[str, list[str]] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith(" ") and line.split()[-1].startswith("/"):
            found.setdefault(line.split()[-1], []).append(line)
    return found


def main() -> None:
    django.setup()
    from conftest import World, build_rooms, make_cast

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    with transaction.atomic():
        world, rows = World(), table()
        make_cast(world)
        build_rooms(world)
        with knocking(world) as knocks:
            met = {one.path: lines_of(one.path, knocks.at(one.name, rows[one.name])) for one in unshadowed()}
        transaction.set_rollback(True)
    teardown_databases(databases, verbosity=0)
    PATH.write_text(written(met), encoding="utf-8")
    sys.stdout.write(f"{PATH.relative_to(HOUSE)}: {len(met)} addresses.\n")


if __name__ == "__main__":
    main()
