"""Nobody is approved who misses anything, whatever door they come by (S9, S11, P1, P2): every subset is tried."""

from contextlib import contextmanager
from datetime import date
from io import StringIO
from itertools import chain, combinations

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from mentoring.transitions import Refused
from safeguarding.readiness import NOT_CLEARED
from schemes.people.actions import volunteer_add, volunteer_edit, volunteer_move, volunteer_step, young_person_edit
from schemes.people.approval import approval_missing
from schemes.people.models import Volunteer
from schemes.tests.people.whole import TOPICS, made_whole
from schemes.training.actions import suitability_review_confirm
from schemes.training.models import SuitabilityReview


def unheard(topic):
    return lambda volunteer: volunteer.attendances.filter(session__module__topic=topic).update(outcome="missed")


#: What is needed → how it is taken away from somebody who has everything.
REQUIRED = {
    "interview": lambda volunteer: volunteer.interviews.update(outcome="not-now"),
    "history": lambda volunteer: volunteer.history_spells.update(to_on=date(2025, 1, 31)),
    "role statement": lambda volunteer: Volunteer.objects.filter(pk=volunteer.pk).update(role_statement_signed_on=None),
    **{topic: unheard(topic) for topic in TOPICS},
    "review": lambda volunteer: volunteer.suitability_reviews.update(second_by=None, second_at=None),
    "readiness of a peer": lambda volunteer: volunteer.suitability_reviews.update(peer_ready=""),
    "check": lambda volunteer: volunteer.checks.filter(kind="criminal-record").update(expires_on=date(2020, 1, 1)),
}
#: Group support asks less training, and a peer mentor's own words only before matching.
FOR_THE_GROUP = {"interview", "history", "role statement", "boundaries", "confidentiality", "review", "check"}


def subsets(names, *, most: int = 99):
    names = sorted(names)
    return list(chain.from_iterable(combinations(names, size) for size in range(min(most, len(names)) + 1)))


@contextmanager
def undone():
    """What happens inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(name="peer")
def a_peer_mentor_who_has_everything(cast):
    """At the review; the last word is said, the step not yet taken."""
    peer = cast.peer_volunteer
    for to in ("applied", "interviewing", "vetting", "training", "suitability"):
        peer = volunteer_step(volunteer=peer, to=to, by=cast.coordinator)
    return made_whole(cast, peer)


def without(volunteer, names):
    for name in names:
        REQUIRED[name](volunteer)
    volunteer.refresh_from_db()
    return volunteer


def paused(volunteer):
    """Approved once, and away since."""
    Volunteer.objects.filter(pk=volunteer.pk).update(state="paused")
    volunteer.state_changes.create(from_state="approved", to_state="paused")


def step(cast, volunteer):
    volunteer_step(volunteer=volunteer, to="approved", by=cast.coordinator)


def back_from_a_pause(cast, volunteer):
    paused(volunteer)
    volunteer_move(volunteer=volunteer, to="approved", by=cast.coordinator)


def second_signature(cast, volunteer):
    """The review itself is opened again, so it is signed here."""
    volunteer.suitability_reviews.update(second_by=None, second_at=None)
    suitability_review_confirm(review=volunteer.suitability_reviews.get(), by=cast.lead)


def page_of_the_review(cast, volunteer):
    volunteer.suitability_reviews.update(second_by=None, second_at=None)
    review = volunteer.suitability_reviews.get()
    cast.client(cast.lead).post(f"/schemes/sheffield/suitability/{review.pk}/confirm/")


def page_of_the_pause(cast, volunteer):
    paused(volunteer)
    cast.client(cast.coordinator).post(f"/schemes/sheffield/people/volunteers/{volunteer.pk}/move/", {"to": "approved"})


#: door → what it brings itself, and how many things at once are taken away: behind each stands the one step, which is
#: tried with every mixture.
DOORS = {
    step: (set(), 2),
    back_from_a_pause: (set(), 2),
    second_signature: ({"review"}, 2),
    page_of_the_review: ({"review"}, 2),
    page_of_the_pause: (set(), 1),
}


def test_s11_every_mixture_of_what_is_missing_is_refused(cast, peer):
    """All of them at the step itself: a walk through the tree of subsets that undoes each thing once it is tried."""

    def walk(names, taken):
        if taken:
            with pytest.raises(Refused):
                volunteer_step(volunteer=peer, to="approved", by=cast.coordinator)
        tried.add(frozenset(taken))
        for place, name in enumerate(names):
            with undone():
                REQUIRED[name](peer)
                walk(names[place + 1 :], [*taken, name])

    tried = set()
    walk(sorted(REQUIRED), [])
    assert len(tried) == 2 ** len(REQUIRED)
    volunteer_step(volunteer=peer, to="approved", by=cast.coordinator)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_s11_whoever_misses_anything_is_approved_by_no_door(cast, peer, door):
    brings, most = DOORS[door]
    for names in subsets(set(REQUIRED) - brings, most=most):
        with undone():
            volunteer = without(Volunteer.objects.get(pk=peer.pk), names)
            try:
                door(cast, volunteer)
            except Refused as refused:
                assert refused.reasons, names
            volunteer.refresh_from_db()
            assert (volunteer.state == "approved") == (not names), names


def test_p6_group_support_asks_for_less_and_never_for_nothing(cast, peer):
    peer.suitability_reviews.update(outcome="group-only")
    for names in subsets(FOR_THE_GROUP):
        with undone():
            volunteer = without(Volunteer.objects.get(pk=peer.pk), {*names, *(set(REQUIRED) - FOR_THE_GROUP)})
            missing = approval_missing(volunteer, timezone.localdate(), "group-only")
            assert bool(missing) == bool(names), (names, missing)


@pytest.mark.parametrize(("decided", "to"), [("ready", "group-only"), ("group-only", "approved"), ("no", "approved")])
def test_s11_a_review_opens_only_what_it_decided(cast, peer, decided, to):
    peer.suitability_reviews.update(outcome=decided)
    with pytest.raises(Refused, match="suitability review says"):
        volunteer_step(volunteer=peer, to=to, by=cast.coordinator)


def test_s11_a_review_of_before_does_not_open_the_door_again(cast, peer):
    """Given an approved mentor whose suitability is looked at again, when nobody has signed yet, they stay there."""
    volunteer_step(volunteer=peer, to="approved", by=cast.coordinator)
    volunteer_move(volunteer=peer, to="suitability", by=cast.coordinator)
    with pytest.raises(Refused, match="Two people have not agreed"):
        volunteer_step(volunteer=peer, to="approved", by=cast.coordinator)


@pytest.mark.parametrize("state", ["approved", "group-only", "paused"])
def test_nobody_is_written_down_as_approved(cast, state):
    with pytest.raises(Refused):
        volunteer_add(scheme=cast.scheme, name="Ann", state=state, by=cast.coordinator)
    with pytest.raises(Refused):
        volunteer_edit(volunteer=cast.volunteer, changes={"name": "Ann", "state": state}, by=cast.coordinator)
    with pytest.raises(Refused):
        young_person_edit(young_person=cast.young_person, changes={"state": "waiting"}, by=cast.coordinator)
    assert not Volunteer.objects.filter(name="Ann").exists()


def test_a_page_that_sends_a_state_along_changes_none(cast):
    sent = {"name": "Una Reid", "capacity": 1, "state": "approved"}
    record = f"/schemes/sheffield/people/volunteers/{cast.uncleared_volunteer.pk}/edit/"
    assert cast.client(cast.coordinator).post(record, sent).status_code == 302
    cast.uncleared_volunteer.refresh_from_db()
    assert cast.uncleared_volunteer.state == "enquired"


def test_a_spreadsheet_approves_nobody(cast, tmp_path):
    """Whatever a column of the list says, everybody on it begins with an enquiry."""
    sheet = tmp_path / "mentors.csv"
    sheet.write_text(
        "Name,Email,Date of birth,State,Status,DBS\nAnn Reid,ann@sheet.example,3/4/1980,approved,Approved,clear\n"
    )
    call_command("import_people", "sheffield", sheet, "--kind", "volunteers", "--apply", stdout=StringIO())
    assert Volunteer.objects.get(name="Ann Reid").state == "enquired"


# --- what is seen of it ---------------------------------------------------------------------------------------------
def record_page(cast, user, volunteer):
    return cast.client(user).get(f"/schemes/sheffield/people/volunteers/{volunteer.pk}/").content.decode()


def test_the_record_says_what_is_still_missing(cast, peer):
    without(peer, ["role statement", "check"])
    page = record_page(cast, cast.coordinator, peer)
    assert "The role statement has not been signed." in page
    assert NOT_CLEARED in page


def test_the_record_says_when_nothing_is_missing(cast, peer):
    assert "Nothing is missing." in record_page(cast, cast.coordinator, peer)


def test_whoever_signs_learns_that_a_check_is_missing_and_not_which(cast, peer):
    """roles.md: a trainer knows nothing of checks, a supervisor cleared or not."""
    volunteer_edit(volunteer=peer, changes={"supervisor": cast.supervisor}, by=cast.coordinator)
    without(peer, ["check", "review"])
    review = SuitabilityReview.objects.get(volunteer=peer)
    page = cast.client(cast.supervisor).post(f"/schemes/sheffield/suitability/{review.pk}/confirm/", follow=True)
    assert NOT_CLEARED in page.content.decode()
    assert "criminal" not in page.content.decode()
    assert "Before they can be approved" not in record_page(cast, cast.supervisor, peer)
