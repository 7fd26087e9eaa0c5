"""S9, S10: `manage.py import_people` as interfaces.md promises it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mentoring.audit.models import AuditEntry
from mentoring.audit.queries import broken_chains
from schemes.people.models import Volunteer, YoungPerson
from schemes.tests.recruitment.sheet_cases import DATA

VOLUNTEERS, YOUNG_PEOPLE = DATA / "volunteers.csv", DATA / "young_people.csv"


def run(cast, file, kind, *options):
    out = StringIO()
    call_command("import_people", cast.scheme.slug, str(file), "--kind", kind, *options, stdout=out)
    return out.getvalue()


def result(cast, file, kind, *options):
    return json.loads(run(cast, file, kind, "--json", *options))


@pytest.fixture
def counts(cast):
    """How many people the scheme holds more than the cast."""
    before = Volunteer.objects.count(), YoungPerson.objects.count()
    return lambda: (Volunteer.objects.count() - before[0], YoungPerson.objects.count() - before[1])


@pytest.mark.parametrize(
    ("file", "kind", "lines"),
    [(VOLUNTEERS, "volunteers", (72, 64, 7, 1)), (YOUNG_PEOPLE, "young-people", (58, 53, 4, 1))],
)
def test_s9_without_apply_nothing_is_written_and_every_row_is_accounted_for(cast, counts, file, kind, lines):
    said = result(cast, file, kind)
    assert (said["rows"], *(len(said[part]) for part in ("imported", "attention", "duplicates"))) == lines
    assert all(entry["ref"] is None for entry in said["imported"])
    assert counts() == (0, 0)


def test_s9_apply_brings_in_what_is_ready_and_twice_adds_nobody(cast, counts):
    first = result(cast, VOLUNTEERS, "volunteers", "--apply")
    assert counts() == (64, 0)
    refs = {entry["ref"] for entry in first["imported"]}
    assert set(Volunteer.objects.filter(ref__in=refs, state="enquired").values_list("ref", flat=True)) == refs
    again = result(cast, VOLUNTEERS, "volunteers", "--apply")
    assert counts() == (64, 0)
    assert again["imported"] == []
    assert [len(again["attention"]), len(again["duplicates"])] == [7, 65]
    assert {entry["of_ref"] for entry in again["duplicates"]} == refs


def test_s10_apply_brings_young_people_in_as_referred_with_nobodys_consent(cast, counts):
    result(cast, YOUNG_PEOPLE, "young-people", "--apply")
    assert counts() == (0, 53)
    declan = YoungPerson.objects.get(name="Declan O'Brien")
    assert (declan.state, declan.care_status, declan.mentor_kind) == ("referred", "relevant", "either")
    assert declan.sheet_notes["Consent"] == "Y"
    referral = declan.referrals.get()
    assert (referral.young_person_agreed, referral.referrer_role) == (False, "PA")
    assert str(referral.received_on) == "2026-08-17"
    assert result(cast, YOUNG_PEOPLE, "young-people", "--apply")["imported"] == []


def test_s9_what_the_sheet_says_of_checks_is_kept_in_words_and_as_rows_to_be_confirmed(cast):
    result(cast, VOLUNTEERS, "volunteers", "--apply")
    theo = Volunteer.objects.get(name="Theo Campbell")
    assert theo.sheet_notes["DBS type"] == "enhanced DBS"
    assert theo.sheet_notes["Training"] == "Passed"
    assert theo.state == "enquired"
    assert (theo.free_times, theo.interests) == (["Wed eve"], ["coding", "music", "reading"])


def test_s9_coming_in_leaves_a_whole_trail(cast):
    result(cast, VOLUNTEERS, "volunteers", "--apply")
    assert AuditEntry.objects.filter(verb="import.applied", details__people=64).count() == 1
    assert broken_chains() == []


def test_s9_failure_half_way_leaves_nobody_behind(cast, counts, monkeypatch):
    from schemes.recruitment.importing import actions

    added = actions.volunteer_add

    def fail_at_the_tenth(**fields):
        if fields["name"] == "Anjali Garcia":
            raise RuntimeError("the power went")
        return added(**fields)

    monkeypatch.setattr(actions, "volunteer_add", fail_at_the_tenth)
    with pytest.raises(RuntimeError):
        run(cast, VOLUNTEERS, "volunteers", "--apply")
    assert counts() == (0, 0)


def test_s9_words_name_each_line_that_needs_somebody(cast):
    said = run(cast, VOLUNTEERS, "volunteers")
    assert "line 13: D.O.B “31/02/1990” is not a day that exists." in said
    assert "line 18: same as line 7" in said
    assert "72 rows: 64 ready, 7 need somebody to look, 1 here already or twice; 3 blank." in said


def test_s9_people_of_another_scheme_do_not_count(cast):
    run(cast, VOLUNTEERS, "volunteers", "--apply")
    out = StringIO()
    call_command("import_people", cast.other_scheme.slug, str(VOLUNTEERS), "--kind", "volunteers", stdout=out)
    assert "64 ready" in out.getvalue()


@pytest.mark.parametrize(
    ("scheme", "file", "said"),
    [
        ("nowhere", VOLUNTEERS, "There is no scheme “nowhere”."),
        ("sheffield", Path("no-such.csv"), "no-such.csv cannot be read: No such file or directory."),
        ("sheffield", DATA, "data cannot be read: Is a directory."),
        ("sheffield", YOUNG_PEOPLE, "young_people.csv: The headings are those of a list of young people"),
    ],
)
def test_s9_mistakes_end_in_one_clear_sentence(cast, scheme, file, said):
    with pytest.raises(CommandError) as problem:
        call_command("import_people", scheme, str(file), "--kind", "volunteers")
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)
