"""How the rooms above hand things down to the ground, which knows none of them by name.

An app may hold any of these modules; the ground finds them as Django finds `admin.py` and calls them in the order
in which the house stands (the ground first, evaluation last):

`home.py`          `first_page(actor)` → an address or None · `today_rows(actor, today)` → `TodayRow`s ·
                   `cards(actor, today)` → `Card`s (both in `mentoring.home.cards`)
`reminders.py`     functions marked with `@rule(...)` (`mentoring.notices.rules`)
`step_evidence.py` `EVIDENCE: dict[int, callable(scheme, today) -> Evidence]` (`schemes.planning.evidence`)
`personal_data.py` `KINDS`: each kind of record that leads to a person, and of each column whose words it is
                   (`mentoring.held.kinds`) · `ELSEWHERE: dict[model or column label, why no kind names it]` ·
                   `sections(person, eyes)` → what is no column of one record · `paired_with(user)` → keys of the
                   accounts, volunteers and young people that are the other half of a pair of theirs
`retention.py`     `KEEPS`: each class of record, how long it is kept after somebody's time here ends, and why
                   (`mentoring.held.keeping`)
`erasing.py`       `still_runs(person)` → a sentence for each thing that has to end before somebody can be erased
`demo.py`          `demo_load(stage: DemoStage)` → the app's share of the made-up schemes, built by actions ·
                   `volunteer_stepped(stage, volunteer, heading_for)` → what a room above adds on that day, asked
                   after each step of a made-up volunteer who ends in the state `heading_for`
`panels.py`        `volunteer_panels(volunteer, actor)` and `young_person_panels(young_person, actor)` → `Card`s on
                   that person's record (column "main" stands above the story, "side" beside it); as on the
                   first page, the template is included with the `Card` as `card`
`navigation.py`    `nav_links(actor, scheme)` for the staff bar, `people_links(actor, scheme)` for the row below it on
                   pages about people, `scheme_links(actor)` for the scheme switcher and `portal_links(actor)`
                   for the portal → `(label, address)` pairs · `concern_url(actor, scheme)` · `complaint_url(actor)`
`languages.py`     `SPEAKS: dict[language, names of addresses]`: the pages whose every word is there in that language
                   (`mentoring.web.language`); the others stay English
`history.py`       `history_take(volunteer, rows, by)`: keeps what a list claims of checks or training
                   (`schemes.recruitment.sheet_history.PastRow`), as rows that somebody has to confirm
`merging.py`       `SETTLES: dict[model label, callable(kept row, gone row) -> (row that stays, its changes)]`: two
                   records of one person are put together and both have such a row (`schemes.people.merging`)
`letters.py`       `STILL: dict[kind of letter, callable(letter=…) -> bool]`: asked in the moment a letter of that kind
                   would go; False: what it says, or whom it goes to, is no longer right, and it is dropped ·
                   `unsafe()` → e-mail addresses in lower case to which nothing may go, neither letter nor notice ·
                   `unsafe_for_texts()` → keys of the accounts to which no text may go
`hiding.py`        `where_is_secret(young_person)`: nobody may learn where they live, so no part of it is written on
                   their record, where lists, pages, files and the engine read it
`readiness.py`     `approval_missing(volunteer, today, to)` → a sentence for each thing this room still asks before the
                   volunteer may be approved; the step itself asks every room, so no door leads past it
`leaving.py`       `role_ended(membership, by)`: takes away what hung on that role, in the same transaction, or refuses
                   while they hold what somebody else has to take first
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps

HOUSE = ("mentoring", "schemes", "safeguarding", "matching", "evaluation")


@cache
def modules(name: str) -> list[ModuleType]:
    """The convention modules of that name, lowest room first. (A part of that name, as `mentoring.home`, is none.)"""
    specs = [find_spec(f"{app}.{name}") for app in HOUSE if apps.is_installed(app)]
    return [import_module(spec.name) for spec in specs if spec and not spec.submodule_search_locations]
