"""Everything that is held on a person is named by some room: a column that none names fails here (issue 6)."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from mentoring.conventions import HOUSE
from mentoring.held.kinds import Eyes, Whose
from mentoring.held.queries import elsewhere, kinds, scheme_path, sections_of
from mentoring.held.signing import signed_columns
from mentoring.tests.test_query_counts import sessions
from schemes.people.actions import young_person_add
from schemes.people.persons import person_of, person_of_record

PEOPLE = ("mentoring.User", "schemes.Volunteer", "schemes.YoungPerson")
OWN_MODELS = [model for model in apps.get_models() if model._meta.app_label in HOUSE]


def about_people(model) -> list[str]:
    """Columns that are somebody's: classed so, less what every step of a record has."""
    return [*model.DataProtection.personal, *model.DataProtection.sensitive]


def told_of(model) -> set[str]:
    """Columns that some kind says, follows, dates or signs with."""
    told = set()
    for kind in kinds():
        if kind.model == model._meta.label:
            told |= {kind.at, kind.by, kind.guarded}
            for _, side in kind.sides():
                told |= {side.path.split("__")[0], *side.all_columns}
    return told


def signed(model) -> set[str]:
    return {field.name for found, field in signed_columns() if found is model}


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model._meta.label)
def test_issue_6_every_personal_column_is_told_or_stands_in_the_list_of_reasons(model):
    label, why = model._meta.label, elsewhere()
    if label in why:
        return
    known = told_of(model) | signed(model) | {column.split(".")[-1] for column in why if column.startswith(f"{label}.")}
    missing = [column for column in about_people(model) if column not in known]
    assert not missing, f"{label} holds these on a person, and no personal_data.py names them: {missing}"


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model._meta.label)
def test_issue_6_every_way_from_a_record_to_a_person_is_walked(model):
    """A record that points at a volunteer is found from that volunteer, not only from the account of who wrote it."""
    label, why = model._meta.label, elsewhere()
    for field in model._meta.concrete_fields:
        target = isinstance(field, models.ForeignKey) and field.related_model._meta.label
        if target not in PEOPLE[1:] or {label, f"{label}.{field.name}"} & set(why):
            continue
        paths = [side.path for kind in kinds() if kind.model == label for _, side in kind.sides()]
        assert field.name in paths, f"{label} is not reached from {field.name}"


def test_reasons_and_kinds_name_what_there_is():
    for label in elsewhere():
        app, name, *column = label.split(".")
        assert not column or apps.get_model(app, name)._meta.get_field(column[0])
    for kind in kinds():
        model = apps.get_model(kind.model)
        for _, side in kind.sides():
            for column in side.all_columns:
                assert column in kind.says or model._meta.get_field(column), f"{kind.model}.{column}"
            twice = [column for column in side.all_columns if side.all_columns.count(column) > 1]
            assert not twice, f"{kind.title}: {twice} is of two sorts"


def test_what_is_judged_or_kept_says_why():
    for kind in kinds():
        waits = [name for _, side in kind.sides() for name in [*side.columns(Whose.JUDGED), *side.columns(Whose.KEPT)]]
        assert bool(waits) == bool(kind.why) or kind.silent, kind.title


def test_what_an_account_or_an_address_leads_to_can_be_told_apart_by_scheme():
    """Two schemes answer each for themselves; what belongs to an account as such belongs to neither."""
    of_nobody = {"mentoring.User", "mentoring.Draft", "mentoring.Notice", "mentoring.Letter", "matching.CalendarFeed"}
    of_nobody |= {"schemes.DiaryEntry", "mentoring.Hearing", "mentoring.PuttingOff"}
    asked = {kind.model for kind in kinds() if kind.user or kind.email}
    assert {label for label in asked if not scheme_path(apps.get_model(label))} == of_nobody


def words_of(sections, *whose) -> str:
    return " ".join(fact.value for section in sections for line in section.lines for fact in line.of(*whose))


def own_words(user) -> str:
    """All that somebody reads of themselves; nothing else is even handed out to their own pages."""
    sections = sections_of(person_of(user), Eyes.SELF)
    assert not words_of(sections, Whose.JUDGED, Whose.KEPT)
    return words_of(sections, Whose.OWN)


def held_words(user, scheme, *whose, reader=None) -> str:
    return words_of(sections_of(person_of(user, scheme), Eyes.SCHEME, reader), *(whose or Whose))


#: What the world says of the pair, and who may have it in their own record.
TOLD = {
    "We cooked soup.": {"mentor", "mentee"},
    "A little quiet today.": {"mentor"},
    "It is hard to find a time.": {"mentee"},
    "Exams come first.": {"mentee"},
    "Nobody knows that I sing.": {"mentee"},
    "Shall we cook again?": {"mentor", "mentee"},
    "Ring me on 07700 900123": {"mentor"},
    "She was kind.": {"mentee"},
    "Going well, a bit tired.": set(),
    "Late buses": set(),
    "Told my address to a friend": {"mentee"},
    "Dee read my letter aloud": {"mentee"},
    "Kind and steady.": {"mentor"},
}


def test_issue_5_my_record_is_mine_to_read_and_holds_nothing_that_the_other_told_alone(world, subtests):
    """One world for all of these: it takes its time to build."""
    for person in ("mentor", "mentee", "coordinator", "lead"):
        own = own_words(getattr(world, person))
        for words, readers in TOLD.items():
            with subtests.test(person, words=words):
                assert (words in own) == (person in readers)
    with subtests.test("neither of the two has the other's contact details"):
        assert world.mentee.email not in own_words(world.mentor)
        assert world.mentor.email not in own_words(world.mentee)
    with subtests.test("a title stands there where there is more to ask for, and none that would give something away"):
        sections = {section.title: section for section in sections_of(person_of(world.mentee), Eyes.SELF)}
        risk = sections["What might go wrong, and what is done about it"]
        assert risk.waits
        assert not risk.lines
        assert not {title for title, one in sections.items() if one.silent and not one.lines}
    with subtests.test("the subject of a concern learns nothing, not that there is one"):
        titles = {section.title for section in sections_of(person_of(world.coordinator), Eyes.SELF)}
        assert not titles & {kind.title for kind in kinds() if kind.silent}


def test_issue_6_whoever_answers_reads_what_opens_to_them_and_never_a_diary(world, subtests):
    lead, manager = (world.actor(user).within(world.scheme) for user in (world.lead, world.manager))
    told = "Told my address to a friend"
    with subtests.test("what was told about somebody opens to the lead alone"):
        assert told in held_words(world.coordinator, world.scheme, Whose.KEPT, reader=lead)
        assert told not in held_words(world.coordinator, world.scheme, reader=manager)
        assert told not in held_words(world.coordinator, world.scheme)
    with subtests.test("decision 0021: a diary is in nobody else's copy, nor that there is one"):
        sections = sections_of(person_of(world.mentee, world.scheme), Eyes.SCHEME, lead)
        assert not {"schemes.DiaryEntry", "mentoring.Draft"} & {section.model for section in sections}
        assert "Nobody knows that I sing." not in words_of(sections, *Whose)
    with subtests.test("R11, P8: how it is going is no part of the mentor's record"):
        held = held_words(world.mentor, world.scheme, reader=lead)
        assert "It is hard to find a time." not in held
        assert "Exams come first." not in held
    with subtests.test("two schemes answer each for themselves"):
        elsewhere_held = held_words(world.mentee, world.other_scheme)
        assert "We cooked soup." not in elsewhere_held
        assert world.scheme.name not in elsewhere_held
    with subtests.test("it asks as much of a few rows as of many"):
        few = queries_of(world)
        sessions(world, 200)
        assert queries_of(world) == few


def queries_of(world) -> int:
    with CaptureQueriesContext(connection) as queries:
        sections_of(person_of(world.mentee, world.scheme), Eyes.SCHEME, world.actor(world.lead))
    return len(queries)


def test_an_address_that_two_people_share_gives_neither_the_others_record(cast):
    twin = young_person_add(
        scheme=cast.scheme,
        name="Ash",
        email=cast.mentee.email,
        about_me="Somebody else",
        referral={"is_self_referral": True, "received_on": "2026-09-02"},
        by=cast.coordinator,
    )
    assert "Somebody else" not in held_words(cast.mentee, cast.scheme)
    assert "Ruth Adeyemi" not in words_of(sections_of(person_of_record(twin), Eyes.SCHEME), *Whose)
