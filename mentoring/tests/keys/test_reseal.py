"""Keys are changed while everybody works: a new one in front, everything sealed anew, the old one thrown away (ASVS
5.0, V11.2.2; issue "Safeguarding and privacy")."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import InvalidToken
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from mentoring.audit.models import AuditHead
from mentoring.audit.queries import broken_chains
from mentoring.fields import seal, unseal
from mentoring.keys import actions, queries
from mentoring.keys.places import places
from mentoring.refusing import resealing, sealed_fields
from mentoring.tests.guards import HOUSE
from safeguarding.models import Concern, ConcernEntry
from schemes.people.models import Volunteer

NEW = "2027:" + "n" * 40
SEED = "JBSWY3DPEHPK3PXP"


def words() -> dict:
    """Every sealed value there is, opened."""
    return {
        (model._meta.label, field.name, key): value
        for model in apps.get_models()
        for field in sealed_fields(model)
        for key, value in model._base_manager.values_list("pk", field.name)
    }


def check() -> str:
    """What `--check` answers: "" when no older key is needed any more."""
    try:
        call_command("reseal", "--check", verbosity=0)
    except CommandError as trouble:
        return str(trouble)
    return ""


@pytest.fixture
def two_keys(world, settings):
    """Given sealed words of every kind, then a new key in front of the old one."""
    TOTP.activate(world.lead, SEED)
    session = SessionStore()
    session["asking 1"] = seal(json.dumps({"name": "Jo"}))
    session.save()
    world.session_key, world.old_keys = session.session_key, settings.FIELD_KEYS
    settings.FIELD_KEYS = f"{NEW},{settings.FIELD_KEYS}"
    return world


def test_v11_2_2_once_all_is_sealed_anew_everything_opens_without_the_old_key(two_keys, settings, capsys):
    before = words()
    assert "still needed" in check()
    call_command("reseal")
    assert "Key “2027”" in capsys.readouterr().out
    assert check() == ""
    settings.FIELD_KEYS = NEW
    assert words() == before
    assert len({label for label, _, _ in before}) > 40
    assert Concern.objects.first().happened
    assert get_adapter().decrypt(Authenticator.objects.get(user=two_keys.lead).data["secret"]) == SEED
    assert json.loads(unseal(SessionStore(two_keys.session_key)["asking 1"])) == {"name": "Jo"}
    assert broken_chains() == []
    assert check() == ""


def test_without_it_the_old_key_is_missed(two_keys, settings):
    settings.FIELD_KEYS = NEW
    with pytest.raises(InvalidToken):
        words()
    assert "opened by none" in check()
    assert broken_chains() != []


def test_killed_in_the_middle_it_goes_on_where_it_stopped(two_keys, settings, monkeypatch):
    before, real, left = words(), actions.batch_reseal, iter(range(12))

    def killed(**given):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return real(**given)

    monkeypatch.setattr(actions, "batch_reseal", killed)
    with pytest.raises(KeyboardInterrupt):
        actions.reseal()
    monkeypatch.undo()
    half = queries.counted()
    assert half[0] and half[1]
    assert words() == before
    assert actions.reseal().done == half[1], "what was done stays done"
    settings.FIELD_KEYS = NEW
    assert words() == before


def test_a_second_time_there_is_nothing_to_do(two_keys):
    actions.reseal()
    stored = [list(queries.stored(place)) for place in places()]
    assert actions.reseal() == actions.Tally()
    assert [list(queries.stored(place)) for place in places()] == stored


def test_lots_are_cut_by_rows_and_by_letters(two_keys, monkeypatch):
    monkeypatch.setattr(queries, "ROWS", 3)
    place = next(place for place in places() if place.label == "schemes.Volunteer")
    everybody = list(Volunteer.objects.order_by("pk").values_list("pk", flat=True))
    lots = list(queries.batches(place))
    assert sum(lots, []) == everybody and max(map(len, lots)) <= 3
    monkeypatch.setattr(queries, "LETTERS", 0)
    assert all(len(lot) == 1 or sum(map(len, lots)) for lot in queries.batches(place))
    assert sum(queries.batches(place), []) == everybody


def test_a_value_that_no_key_opens_stays_and_is_told(two_keys, settings, capsys):
    settings.FIELD_KEYS = "lost:" + "x" * 40
    Volunteer.objects.filter(pk=two_keys.volunteer.pk).update(motivation="Nobody reads this")
    settings.FIELD_KEYS = f"{NEW},{two_keys.old_keys}"
    with pytest.raises(CommandError, match="1 values are opened by none"):
        call_command("reseal")
    settings.FIELD_KEYS = "lost:" + "x" * 40
    kept = Volunteer.objects.filter(pk=two_keys.volunteer.pk).values_list("motivation", flat=True)
    assert kept.get() == "Nobody reads this"


def test_an_end_of_the_trail_that_was_forged_is_not_made_good(two_keys):
    AuditHead.objects.filter(chain=two_keys.scheme.pk).update(seal="0" * 64)
    actions.reseal()
    assert [chain for chain, _ in broken_chains()] == [str(two_keys.scheme.pk)]


class TestDoor:
    """Records that are never altered let their sealed columns be written, in that transaction alone."""

    @pytest.fixture
    def entry(self, world):
        return ConcernEntry.objects.first()

    def test_the_words_of_a_chronology_stay_what_they_were(self, entry):
        rows = ConcernEntry.objects.filter(pk=entry.pk)
        with transaction.atomic(), resealing():
            rows.update(words=entry.words)
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            rows.update(words=entry.words)

    @pytest.mark.parametrize("changes", [{"kind": "other"}, {"kind": "other", "words": "Another"}])
    def test_no_other_column_goes_through_it(self, entry, changes):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), resealing():
            ConcernEntry.objects.filter(pk=entry.pk).update(**changes)

    def test_nothing_is_deleted_through_it(self, entry):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), resealing():
            ConcernEntry.objects.filter(pk=entry.pk)._raw_delete("default")

    def test_the_trail_has_no_such_door(self, world):
        from mentoring.audit.models import AuditEntry

        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), resealing():
            AuditEntry.objects.update(verb="nothing.happened")

    def test_it_is_shut_where_it_broke_off_though_the_transaction_goes_on(self, entry):
        with transaction.atomic():
            with pytest.raises(RuntimeError), resealing():
                raise RuntimeError("the disk is full")
            with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
                ConcernEntry.objects.filter(pk=entry.pk).update(words="Nothing")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_the_door_does_not_open():
    with pytest.raises(RuntimeError, match="open for good"), resealing():
        pass


@pytest.mark.django_db(transaction=True)
def test_nothing_that_is_written_meanwhile_is_lost_and_no_reader_fails(cast, settings, monkeypatch):
    """Given writers and readers who do not stop, when all is sealed anew twenty times, each time with the other key,
    then each last word stands and each opens."""
    old, done = settings.FIELD_KEYS, 0
    settings.FIELD_KEYS = f"{NEW},{old}"
    monkeypatch.setattr(actions, "PAUSE", 0.05)
    monkeypatch.setattr(actions, "ROUNDS", 200)
    over, people = Event(), [cast.volunteer, cast.peer_volunteer, cast.uncleared_volunteer]

    def write(person) -> str:
        number = 0
        while not over.is_set() or number == 0:
            number += 1
            Volunteer.objects.filter(pk=person.pk).update(motivation=f"{person.name} {number}")
            over.wait(0.002)
        connection.close()
        return f"{person.name} {number}"

    def read() -> int:
        number = 0
        while not over.is_set() or number == 0:
            number += 1
            assert all(isinstance(one, str) for one in Volunteer.objects.values_list("motivation", flat=True))
            over.wait(0.002)
        connection.close()
        return number

    with ThreadPoolExecutor(len(people) + 1) as pool:
        last = [pool.submit(write, person) for person in people]
        reader = pool.submit(read)
        try:
            for number in range(20):
                settings.FIELD_KEYS = f"{NEW},{old}" if number % 2 == 0 else f"{old},{NEW}"
                done += actions.reseal().done
        finally:
            over.set()
        said = {future.result() for future in last}
        assert reader.result() > 1
    stand = Volunteer.objects.filter(pk__in=[one.pk for one in people]).values_list("motivation", flat=True)
    assert set(stand.all()) == said and done
    settings.FIELD_KEYS = f"{NEW},{old}"
    actions.reseal()
    settings.FIELD_KEYS = NEW
    assert set(stand.all()) == said


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_is_writing_is_passed_over_and_found_in_the_next_round(cast, settings, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time: there is no such row")
    Volunteer.objects.filter(pk=cast.volunteer.pk).update(motivation="Before")
    settings.FIELD_KEYS = f"{NEW},{settings.FIELD_KEYS}"
    monkeypatch.setattr(actions, "ROUNDS", 1)
    place = next(place for place in places() if place.label == "schemes.Volunteer")

    def elsewhere():
        try:
            return actions.place_reseal(place=place)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Volunteer.objects.filter(pk=cast.volunteer.pk).update(motivation="After")
        assert pool.submit(elsewhere).result(timeout=20).passed == 1
    assert elsewhere().passed == 0
    settings.FIELD_KEYS = NEW
    cast.volunteer.refresh_from_db()
    assert cast.volunteer.motivation == "After"


def test_what_was_written_between_reading_and_writing_stands(two_keys, settings):
    """The comparison behind the lock: the column no longer holds what was read."""
    place = next(place for place in places() if place.label == "schemes.Volunteer")
    column = next(column for column in place.columns if column.name == "motivation")
    rows = Volunteer.objects.filter(pk=two_keys.volunteer.pk)
    settings.FIELD_KEYS = two_keys.old_keys
    read = seal("What was read")
    settings.FIELD_KEYS = f"{NEW},{two_keys.old_keys}"
    rows.update(motivation="What somebody wrote")
    assert actions._value_reseal(place, column, two_keys.volunteer.pk, read) == actions.Tally(passed=1)
    assert rows.values_list("motivation", flat=True).get() == "What somebody wrote"


def test_whoever_seals_by_hand_is_known():
    """A new place that seals by hand has to be among `places`, or to be nothing that is kept."""
    by_hand = re.compile(r"(?<![\w.])(seal|seal_bytes|seal_of)\(")
    found = {
        path.relative_to(HOUSE).as_posix()
        for room in ("mentoring", "schemes", "safeguarding", "matching", "evaluation")
        for path in (HOUSE / room).rglob("*.py")
        if not {"tests", "migrations"} & set(path.parts) and by_hand.search(path.read_text())
    }
    assert found == {
        "mentoring/fields.py",
        "mentoring/accounts/adapter.py",  # Authenticator.data
        "mentoring/audit/actions.py",  # heads
        "mentoring/audit/chain.py",
        "mentoring/keys/actions.py",
        "schemes/recruitment/asking/kept.py",  # Session.session_data
        "safeguarding/trail/queries.py",  # an address, not kept
        "matching/pairing/actions/traits.py",  # made anew by itself
    }
