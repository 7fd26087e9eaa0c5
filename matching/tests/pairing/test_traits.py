"""What is kept of people for the engine (decision 0019): never old, whoever changed them and how; nothing to be read in
it; made again when it is missing."""

import hashlib

import pytest
from django.db import connection
from django.utils import timezone

from matching.models import Profile, Traits
from matching.pairing.actions import profile_edit
from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.engine.columns import load
from matching.pairing.engine.packing import PURPOSE, mentee_packed, mentor_packed, number_of
from matching.pairing.models import WATCHED, traits_watch
from matching.pairing.models.watching import DATABASES
from matching.pairing.packed import PACKED, young_person_packed
from matching.pairing.proposals import proposals_for
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import mentor_ready
from mentoring.fields import unseal_bytes
from schemes.people.actions import volunteer_add, volunteer_edit, young_person_edit
from schemes.people.merging.actions import merge_undo, person_merge
from schemes.people.models import Volunteer, YoungPerson

#: Column → something else than anybody in these tests says.
OTHERWISE = {
    "born_on": "2001-02-03", "area": "Wick", "outcode": "KW1", "gender": "man", "is_peer": True, "interests": ["go"],
    "strengths": ["forms"], "free_times": ["Sun eve"], "languages": ["Welsh"], "mentor_kind": "traditional",
    "mentor_gender_wish": "man", "background_wish": "elsewhere", "not_from": ["Leith"], "wants_help_with": ["driving"],
    "why_now_kinds": ["bereavement"], "mentor_age_wish": "older", "communities": ["Kurdish"], "months": 7,
    "knows_about": ["bereavement"],
}  # fmt: skip
COLUMNS = [(model, column) for model, columns in WATCHED.items() for column in columns if not column.endswith("_id")]


def packed_now(scheme) -> list[bytes]:
    """As matching has them at this moment; what was missing is kept from now on."""
    problem = load(scheme, timezone.localdate()).problem
    return [*problem.mentors.known.packed, *problem.mentees.known.packed]


def packed_afresh(scheme) -> list[bytes]:
    """From the records alone, in the same order."""
    found = load(scheme, timezone.localdate())
    people = [(Volunteer, key) for key in found.problem.mentors.keys]
    people += [(YoungPerson, key) for key in found.problem.mentees.keys]
    records = [(model, model.objects.get(pk=key)) for model, key in people]
    return [PACKED[model](one, getattr(one, "pairing_profile", None)) for model, one in records]


def is_kept(person) -> bool:
    return Traits.objects.filter(person=person.pk).exists()


@pytest.fixture
def known(pair):
    """A mentor and a young person with wishes, both kept."""
    pair.peer_volunteer = mentor_ready(pair, pair.peer_volunteer)
    twin = {"name": "Zofia Novak", "interests": ["chess"], "area": "Gorgie"}
    pair.twin = volunteer_add(scheme=pair.scheme, by=pair.coordinator, **twin)
    Volunteer.objects.filter(pk=pair.twin.pk).update(state="vetting")
    for person in (pair.volunteer, pair.young_person):
        profile_edit(person=person, changes={"communities": ["Deaf"], "months": 6}, by=pair.coordinator)
    packed_now(pair.scheme)
    assert is_kept(pair.volunteer) and is_kept(pair.young_person)
    return pair


@pytest.mark.parametrize(("model", "column"), COLUMNS, ids=lambda each: getattr(each, "__name__", each))
def test_s12_whatever_is_packed_is_thrown_away_when_it_changes_past_every_action(known, model, column):
    """Given an update that no action sees, then the rows of those it changed go, and the next plan is made afresh."""
    model.objects.update(**{column: OTHERWISE[column]})
    for one, person in ((Volunteer, known.volunteer), (YoungPerson, known.young_person)):
        assert is_kept(person) is (model not in (one, Profile))
    assert packed_now(known.scheme) == packed_afresh(known.scheme)


@pytest.mark.parametrize(("model", "column"), COLUMNS, ids=lambda each: getattr(each, "__name__", each))
def test_whatever_is_watched_is_packed(known, model, column):
    """So that nothing is thrown away for nothing, and each change in the test above shows in what is packed."""
    before = packed_now(known.scheme)
    model.objects.update(**{column: OTHERWISE[column]})
    assert packed_now(known.scheme) != before


def wishes_gone(known):
    Profile.objects.all().delete()


def wishes_of_another(known):
    profile = Profile.objects.get(volunteer=known.volunteer)
    Profile.objects.filter(pk=profile.pk).update(volunteer=known.peer_volunteer)


def written_together(known):
    people = list(Volunteer.objects.filter(scheme=known.scheme))
    for one in people:
        one.interests = ["go"]
    Volunteer.objects.bulk_update(people, ["interests"])


def saved_whole(known):
    young_person = YoungPerson.objects.get(pk=known.young_person.pk)
    young_person.languages = ["Welsh"]
    young_person.save()


def merged(known):
    """The one that stays had said nothing: the other's wishes move to it."""
    person_merge(kept=known.twin, gone=known.volunteer, choices={}, by=known.manager)


def merged_and_parted(known):
    done = person_merge(kept=known.twin, gone=known.volunteer, choices={}, by=known.manager)
    assert packed_now(known.scheme) == packed_afresh(known.scheme)
    merge_undo(merged=done, by=known.manager)


#: ways by which a record is changed
DOORS = {
    "volunteer": lambda w: volunteer_edit(volunteer=w.volunteer, changes={"interests": ["go"]}, by=w.coordinator),
    "young-person": lambda w: young_person_edit(
        young_person=w.young_person, changes={"not_from": ["Leith"], "area": "Wick"}, by=w.coordinator
    ),
    "wish": lambda w: profile_edit(person=w.young_person, changes={"communities": ["Roma"]}, by=w.coordinator),
    "first-wish": lambda w: profile_edit(person=w.peer_volunteer, changes={"months": 3}, by=w.coordinator),
    "saved-whole": saved_whole,
    "wishes-gone": wishes_gone,
    "wishes-of-another": wishes_of_another,
    "bulk": written_together,
    "merged": merged,
    "parted": merged_and_parted,
}


@pytest.mark.parametrize("door", sorted(DOORS))
def test_by_every_door_the_plan_is_made_of_what_the_records_say(known, door):
    before = packed_now(known.scheme)
    DOORS[door](known)
    after = packed_now(known.scheme)
    assert after == packed_afresh(known.scheme)
    assert after != before or door == "parted"
    assert packed_now(known.scheme) == after, "and the same when it is read again"


def test_what_was_kept_of_somebody_goes_with_them(known):
    young_person, key = known.young_person, known.young_person.pk
    YoungPerson.objects.filter(pk=key).delete()
    assert not Traits.objects.filter(person=key).exists()
    assert young_person.ref


def test_looking_closer_at_one_young_person_writes_nothing(known):
    Traits.objects.all().delete()
    (row,) = proposals_for(known.scheme, timezone.localdate(), [known.young_person])
    assert not is_kept(known.young_person)
    wishes = Profile.objects.get(young_person=known.young_person)
    assert row.board.problem.mentees.known.packed == [young_person_packed(known.young_person, wishes)]


def test_a_change_that_matching_does_not_ask_about_leaves_what_is_kept(known):
    volunteer_edit(volunteer=known.volunteer, changes={"phone": "0114 496 0000"}, by=known.coordinator)
    profile_edit(person=known.volunteer, changes={"shows": []}, by=known.coordinator)
    assert is_kept(known.volunteer)


def test_security_row_20_nothing_that_was_said_can_be_read_in_what_is_kept(known):
    """Neither the words nor their numbers, by which one could ask for a word."""
    stored = [bytes(one) for one in Traits.objects.values_list("packed", flat=True)]
    number = number_of("Deaf").to_bytes(8, "little", signed=True)
    assert any(number in one for one in unseal_bytes(stored, PURPOSE)), "it is there"
    assert not any(number in one or b"deaf" in one.lower() for one in stored)
    assert len({one[8:20] for one in stored}) == len(stored), "and no two are sealed alike"


@pytest.mark.parametrize("keys", ["new:{fresh},{old}", "new:{fresh}"])
def test_where_another_key_seals_everything_is_made_anew(known, settings, keys):
    """Given keys that were changed, with or without the old one, then nobody notices and the new key seals."""
    before, old = packed_now(known.scheme), settings.FIELD_KEYS
    settings.FIELD_KEYS = keys.format(fresh="z" * 40, old=old)
    Profile.objects.all().update(communities=["Deaf"])
    YoungPerson.objects.all().update(not_from=[])
    assert packed_now(known.scheme) == before
    opened = unseal_bytes(Traits.objects.values_list("packed", flat=True), PURPOSE)
    assert opened and None not in opened


def test_every_trigger_is_there_and_one_that_is_lost_comes_back_and_nothing_old_stays(known):
    """SQLite loses them when Django makes a table anew; whatever migrates looks after them."""
    watch = DATABASES[connection.vendor]
    with connection.cursor() as cursor:
        assert watch.found(cursor) == watch.wanted() != {}
        traits_watch()
        assert is_kept(known.volunteer), "where all is well nothing is thrown away"
        watch.drop(cursor, [name for name in watch.wanted() if "volunteer" in name])
        assert watch.found(cursor) != watch.wanted()
        traits_watch()
        assert watch.found(cursor) == watch.wanted()
    assert not Traits.objects.exists()


def test_what_is_packed_and_how_is_remembered():
    """Where this fails, nothing that was kept before may be read any more: PURPOSE gets another number, then this."""
    words = {
        "interests": ("Chess", "chess "),
        "free_times": ("Mon am",),
        "area": "Leith",
        "outcode": "eh6",
        "months": 6,
    }
    mentor = MentorSide("", gender="Female", is_peer=True, strengths=("forms",), **words)
    mentee = MenteeSide("", gender_wish="man", kind_wish="either", mentor_age_wish="older", **words)
    both = mentor_packed(mentor, born=19800102, not_from=["Wick"]), mentee_packed(mentee, born=0, not_from=())
    found = hashlib.blake2b(b"".join(both), digest_size=8).hexdigest()
    assert (PURPOSE, found) == ("matching.traits 1", "f1c0e7916d526e5f")


def test_the_length_tells_nobody_whether_a_community_was_named():
    one = mentee_packed(MenteeSide("", communities=("Deaf",)), born=0, not_from=["Leith"])
    assert len(one) == len(mentee_packed(MenteeSide(""), born=0, not_from=()))


@pytest.mark.django_db
def test_people_with_no_answer_at_all_are_known_too(cast):
    """No list, no wish, no day of birth."""
    young(cast, "Nobody", area="")
    assert packed_now(cast.scheme) == packed_afresh(cast.scheme)
