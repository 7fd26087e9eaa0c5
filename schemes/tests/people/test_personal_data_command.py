"""`personal_data SCHEME PERSON --out FILE.zip`: everything held on one person, for whoever answers them (issue 6)."""

import csv
import io
import json
import stat
import zipfile

import pytest
from django.core.management import CommandError, call_command

from mentoring.audit.models import AuditEntry
from schemes.people.actions import young_person_add

BY_THEMSELVES = {"is_self_referral": True, "received_on": "2026-09-02"}


def asked(out, *args, scheme="sheffield") -> str:
    said = io.StringIO()
    call_command("personal_data", scheme, *args, "--out", str(out), stdout=said)
    return said.getvalue()


@pytest.fixture
def out(tmp_path):
    return tmp_path / "held.zip"


def opened(out) -> dict[str, str]:
    with zipfile.ZipFile(out) as folder:
        return {name: folder.read(name).decode() for name in folder.namelist()}


def test_issue_6_everything_held_on_a_young_person_sorted_by_whose_words_it_is(world, out, tmp_path, subtests):
    said = asked(out, world.young_person.ref)
    files = opened(out)
    held = json.loads(files["record.json"])
    yours = "".join(text for name, text in files.items() if name.startswith("yours/"))
    to_look_at = "".join(text for name, text in files.items() if name.startswith("to-look-at/"))
    assert "parts" in said
    assert {part["sort"] for part in held["parts"]} == {"own", "judged", "kept"}
    assert "It is hard to find a time." in yours
    assert "A little quiet today." in to_look_at
    assert "A little quiet today." not in yours
    assert "Nobody knows that I sing." not in "".join(files.values())
    with subtests.test("each part is a list that a spreadsheet opens, and no name stands in the name of a file"):
        for name, text in files.items():
            if name.endswith(".csv"):
                headings, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
                assert headings[:2] == ["When", "By"]
                assert all(len(row) == len(headings) for row in rows)
                assert name in files["README.txt"]
        assert not [name for name in files if "jay" in name.lower() or "concern" in name.lower()]
    with subtests.test("what only the lead opens is in it for the lead alone, and not hinted at otherwise"):
        without, with_lead = tmp_path / "one.zip", tmp_path / "two.zip"
        asked(without, world.coordinator.email)
        asked(with_lead, world.coordinator.email, "--reader", world.lead.email)
        assert "Told my address" not in "".join(opened(without).values())
        assert "What was told about you" not in "".join(opened(without).values())
        assert "Told my address" in opened(with_lead)["record.json"]
        assert AuditEntry.objects.filter(verb="record.exported", by_key=str(world.lead.pk)).exists()


def test_the_file_is_its_owners_alone_and_an_older_one_stays_as_it_was(cast, out):
    asked(out, cast.young_person.ref)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = out.read_bytes()
    with pytest.raises(CommandError, match="is there already"):
        asked(out, cast.young_person.ref)
    assert out.read_bytes() == before


def test_it_stands_in_the_trail_and_the_person_sees_that_it_was_made(cast, out):
    asked(out, cast.young_person.ref)
    line = AuditEntry.objects.filter(verb="record.exported").latest("place")
    assert line.chain == str(cast.scheme.pk)
    assert line.person_keys == [str(cast.mentee.pk)]
    page = cast.client(cast.mentee).get("/me/who-looked/").content.decode()
    assert "took a copy of everything held on you" in page


def test_nothing_is_left_behind_where_it_cannot_be_written_down(cast, out, monkeypatch):
    def fails(**said):
        raise RuntimeError("the trail is full")

    monkeypatch.setattr("schemes.management.commands.personal_data.record_copy", fails)
    with pytest.raises(CommandError, match="could not be written"):
        asked(out, cast.young_person.ref)
    assert not out.exists()


@pytest.mark.parametrize("written", ["mentor@cast.example", "MENTOR@cast.example", "Zofia Nowak"])
def test_a_person_goes_by_reference_e_mail_or_name(cast, out, written):
    asked(out, written)
    assert "mentor@cast.example" in opened(out)["record.json"]


@pytest.mark.parametrize(
    ("scheme", "written", "says"),
    [
        ("nowhere", "mentor@cast.example", "There is no scheme called 'nowhere'"),
        ("sheffield", "nobody@cast.example", "Nobody in sheffield has"),
        ("leeds", "mentor@cast.example", "Nobody in leeds has"),
        ("sheffield", "", "Nobody in sheffield has"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence_and_nothing_is_written(cast, out, scheme, written, says):
    with pytest.raises(CommandError, match=says):
        asked(out, written, scheme=scheme)
    assert not out.exists()


def test_two_people_of_one_name_are_told_apart_by_their_reference(cast, out):
    for _ in range(2):
        young_person_add(scheme=cast.scheme, name="Alex Roe", referral=BY_THEMSELVES, by=cast.coordinator)
    with pytest.raises(CommandError, match="2 people in sheffield go by 'Alex Roe'"):
        asked(out, "Alex Roe")


@pytest.mark.parametrize(
    ("reader", "says"), [("outsider@cast.example", "works in sheffield"), ("coordinator@cast.example", "Somebody else")]
)
def test_the_reader_is_one_of_the_scheme_and_never_the_person_themselves(cast, out, reader, says):
    with pytest.raises(CommandError, match=says):
        asked(out, cast.coordinator.email, "--reader", reader)


def test_a_folder_that_is_not_there_is_said(cast, tmp_path):
    with pytest.raises(CommandError, match="could not be written: No such file or directory"):
        asked(tmp_path / "nowhere" / "held.zip", cast.young_person.ref)
