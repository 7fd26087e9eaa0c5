"""Who may read the trail, and how much of it (roles.md)."""

from datetime import date

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mentoring.audit.actions import audit_record
from safeguarding.concerns.actions import concern_raise, hold_place
from safeguarding.trail.queries import ITSELF, PAGE, scheme_trail, who_looked
from safeguarding.trail.wording import said
from schemes.people.actions import volunteer_edit


def edit(cast, times=1, volunteer=None):
    for number in range(times):
        volunteer_edit(volunteer=volunteer or cast.volunteer, changes={"area": f"{number}"}, by=cast.coordinator)


def test_a_manager_sees_who_did_what_and_nothing_of_concerns(cast):
    edit(cast)
    hold_place(
        volunteer=cast.volunteer, concern=concern_raise(scheme=cast.scheme, happened="X", by=cast.mentor), by=cast.lead
    )
    lines = [line["what"] for line in scheme_trail(cast.scheme, {}, "")["lines"]]
    assert "changed a volunteer’s record" in lines
    assert not [line for line in lines if "concern" in line or "hold" in line]


def test_it_goes_on_page_by_page_without_losing_or_doubling_a_line(cast):
    edit(cast, times=PAGE + 20)
    first = scheme_trail(cast.scheme, {"what": "volunteer"}, "")
    second = scheme_trail(cast.scheme, {"what": "volunteer"}, first["older"])
    lines = first["lines"] + second["lines"]
    assert len(first["lines"]) == PAGE
    assert len(lines) == len({line["at"] for line in lines}) == PAGE + 20 + 3  # three were added with the cast
    assert second["older"] == ""


def test_a_filter_by_person_and_day(cast):
    edit(cast)
    mine = scheme_trail(cast.scheme, {"person": str(cast.manager.pk)}, "")["lines"]
    assert {line["who"] for line in mine} == {cast.manager.name}
    assert scheme_trail(cast.scheme, {"until": date(2020, 1, 1)}, "")["lines"] == []


def test_somebody_sees_who_touched_their_own_record_and_no_other(cast):
    edit(cast)
    edit(cast, volunteer=cast.peer_volunteer)
    lines = who_looked(cast.mentor)
    assert [line["who"] for line in lines if line["what"] == "changed your record"] == [cast.coordinator.name]


def test_a_subject_cannot_learn_of_a_concern_from_it(cast):
    before = len(who_looked(cast.coordinator))
    concern_raise(scheme=cast.scheme, happened="X", about_users=[cast.coordinator], by=cast.mentor)
    assert len(who_looked(cast.coordinator)) == before


def test_an_address_that_was_tampered_with_shows_the_first_page(cast):
    where = reverse("safeguarding:trail_list", kwargs={"scheme": cast.scheme.slug})
    for query in ("?after=x", "?after=enc1:zzz", "?since=rubbish", "?person=1&what=2", "?after="):
        assert cast.client(cast.manager).get(where + query).status_code == 200


@given(st.text(min_size=1), st.text())
def test_every_verb_can_be_said(noun, did):
    assert said(f"{noun}.{did}").strip()


def test_neither_half_of_a_pair_reads_the_others_name_or_answer_in_their_own_trail(cast):
    pair = {"scheme": cast.scheme, "volunteer": cast.volunteer, "young_person": cast.young_person}
    about = [cast.mentor, cast.mentee]
    for verb, by in (
        ("conflict.declared", cast.mentee),
        ("conflict.declared", cast.coordinator),
        ("match.answered", cast.mentee),
        ("match.answered", cast.mentor),
    ):
        audit_record(verb=verb, subject=cast.volunteer, scheme=pair["scheme"], about=about, by=by)
    for user, other in ((cast.mentor, cast.mentee), (cast.mentee, cast.mentor)):
        lines = who_looked(user)
        assert other.name not in {line["who"] for line in lines}
        assert not [line for line in lines if "against a match" in line["what"]]


def test_that_a_pair_was_set_aside_is_told_to_neither_of_the_two(cast):
    """S12: the form promises it; a mentor who reads that they were passed over for somebody learns too much."""
    for verb in ("setaside.added", "setaside.undone"):
        audit_record(
            verb=verb, subject=cast.volunteer, scheme=cast.scheme, about=[cast.mentor, cast.mentee], by=cast.coordinator
        )
    for user in (cast.mentor, cast.mentee):
        assert not [line for line in who_looked(user) if "set aside" in line["what"]]


def test_a_mentor_who_is_staff_too_answers_as_privately_as_any_other(cast):
    """S12: the other half of a pair reads neither their name nor that they said no."""
    about = [cast.supervisor, cast.mentee]
    for verb in ("match.answered", "match.declined"):
        audit_record(verb=verb, subject=cast.volunteer, scheme=cast.scheme, about=about, by=cast.supervisor)
    audit_record(verb="match.proposed", subject=cast.volunteer, scheme=cast.scheme, about=about, by=cast.coordinator)
    audit_record(verb="match.paused", subject=cast.volunteer, scheme=cast.scheme, about=about, by=None)
    who = [line["who"] for line in who_looked(cast.mentee)]
    assert cast.supervisor.name not in who
    assert {cast.coordinator.name, ITSELF} <= set(who)


def test_a_manager_reads_in_the_trail_neither_mentors_nor_young_people_by_name(cast):
    for by in (cast.mentee, cast.mentor, cast.referrer):
        audit_record(verb="match.answered", subject=cast.volunteer, scheme=cast.scheme, by=by)
    page = cast.client(cast.manager).get(reverse("safeguarding:trail_list", args=[cast.scheme.slug])).content.decode()
    assert cast.mentee.name not in page and cast.mentor.name not in page
    assert "A young person" in page and "A mentor" in page and cast.referrer.name in page
