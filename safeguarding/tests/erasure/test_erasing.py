"""After erasure no word of somebody is left but what a law keeps and what is the other one's own (done when 6).

A word is planted in every column of words that any room says leads to them; a new column is planted by itself.
"""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from matching.models import Match, MentoringSession, SessionAmendment
from mentoring.audit.models import AuditEntry
from mentoring.refusing import erasing
from mentoring.transitions import Refused
from safeguarding.erasure import actions
from safeguarding.erasure.blanks import NOTHING
from safeguarding.tests.erasure.leaving import leave
from safeguarding.tests.erasure.planting import plant, still_there
from schemes.people.persons import person_of

#: What a law keeps for its time, whole: worries, complaints, checks, the charity's accounts (`retention.py`).
LAW = {
    "safeguarding.Concern",
    "safeguarding.ConcernSubject",
    "safeguarding.ConcernEntry",
    "safeguarding.ConcernReferral",
    "safeguarding.Complaint",
    "safeguarding.ComplaintEntry",
    "safeguarding.ComplaintSubject",
    "safeguarding.Hold",
    "safeguarding.VettingCheck",
    "safeguarding.VettingNeed",
    "safeguarding.VettingExemption",
    "safeguarding.Reference",
    "safeguarding.StatusCheck",
    "matching.ExpenseClaim",
    "matching.ExpenseClaimChange",
    "matching.ExpenseClaimVersion",
    "matching.Receipt",
}
#: What both could read all along, and so is the other one's too, with the name taken out.
BOTH = {
    "matching.Agreement": "boundaries change_asked channels channels_seen_by money purpose when_where when_worried",
    "matching.EndingPlan": "goals last_weeks who_tells",
    "matching.Ending": "talked_about letter contact_channel",
    "matching.Goal": "words",
    "matching.GoalLevels": "words",
    "matching.GoalStep": "words",
    "matching.Match": "purpose",
    "matching.Meeting": "also_there place talked_about",
    "matching.MentoringSession": "place shared_note topics",
    "matching.SupervisionGroup": "because place topics",
}
#: The other one's own words, by who is gone.
THEIRS = {
    "mentee": {
        "matching.Match": "mentor_no_because",
        "matching.MentoringSession": "mentor_note",
        "matching.Review": "mentor_view",
        "matching.Message": "words told held_for",
        "matching.Debrief": "words",
        "matching.Ending": "mentor_reason_words mentor_reflection",
        "schemes.Referral": "referrer_name referrer_role referrer_email referrer_phone referrer_words named",
    },
    "mentor": {
        "matching.Match": "mentee_no_because",
        "matching.Review": "mentee_view",
        "matching.Message": "words told held_for",
        "matching.Ending": "mentee_reason_words mentee_reflection",
        "matching.MentoringSession": "mentor_note",  # of whoever stood in, see below
    },
}


def columns(told: dict) -> set[str]:
    return {f"{label}.{name}" for label, names in told.items() for name in names.split()}


def carried_out(world, user):
    erasure = actions.erasure_ask(scheme=world.scheme, user=user, words="Please", by=user)
    erasure = actions.erasure_decide(erasure=erasure, stays={}, by=world.manager)
    return actions.erasure_carry_out(erasure=erasure, by=world.lead)


@pytest.fixture
def amended(world):
    """A session was put right after it had been talked about: what it said before is kept, and never altered."""
    session = MentoringSession.objects.filter(match=world.match).first()
    return SessionAmendment.objects.create(session=session, before={}, because="Wrong day", by=world.coordinator)


@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_issue_6_after_erasure_no_word_of_them_is_left_but_what_is_listed_here(world, amended, who):
    """Given a word in each of their columns, when erasure is carried out, then it is gone from the whole database."""
    user = getattr(world, who)
    first, last = user.name.split()
    planted = plant(person_of(user, world.scheme))
    assert len(planted) > 60
    assert "matching.SessionAmendment.because" in planted
    leave(world, user)
    with pytest.raises(IntegrityError, match="never altered"), transaction.atomic():
        SessionAmendment.objects.update(because="Nothing")
    carried_out(world, user)

    left = {place for place in still_there() if place.rpartition(".")[0] not in LAW}
    assert left <= columns(BOTH) | columns(THEIRS[who])
    assert still_there(last) == {"safeguarding.Erasure.who"}
    assert still_there(user.email) == set()
    notes = MentoringSession.objects.filter(match=world.match, with_cover=None)
    assert notes.exists() and (who == "mentee" or set(notes.values_list("mentor_note", flat=True)) == {NOTHING})
    # On the record of somebody else: why a check was waited for, with whom a mentor went out.
    named_by_hand = {"safeguarding.VettingExemption.reason", "safeguarding.Visit.with_whom"}
    assert still_there(first) <= {"safeguarding.Erasure.who"} | named_by_hand
    user.refresh_from_db()
    assert not user.is_active
    assert not user.has_usable_password()
    assert AuditEntry.objects.filter(verb="erasure.carried-out").count() == 1
    with pytest.raises(IntegrityError, match="never altered"), transaction.atomic():
        SessionAmendment.objects.update(because="Nothing")


def test_issue_6_with_a_legal_hold_nothing_goes_and_once_it_has_ended_it_can(world):
    person = person_of(world.mentee, world.scheme)
    planted = plant(person)
    leave(world, world.mentee)
    there = still_there()
    on = actions.legal_hold_place(
        scheme=world.scheme, user=world.mentee, reason="A claim", review_on=date(2099, 1, 1), by=world.lead
    )
    with pytest.raises(Refused, match="legal hold"):
        carried_out(world, world.mentee)
    assert still_there() == there >= planted
    actions.legal_hold_end(hold=on, because="Settled", by=world.manager)
    erasure = world.mentee.erasures.get()
    actions.erasure_carry_out(erasure=erasure, by=world.lead)
    assert len(still_there()) < len(there)


def test_the_door_for_erasing_opens_inside_a_transaction_only_and_shuts_behind_it(amended):
    with transaction.atomic(), erasing():
        SessionAmendment.objects.update(because="Gone")
    with pytest.raises(IntegrityError, match="never altered"), transaction.atomic():
        SessionAmendment.objects.update(because="Nothing")
    with pytest.raises(IntegrityError, match="never altered"), transaction.atomic(), erasing():
        SessionAmendment.objects.all()._raw_delete("default")


def test_the_door_for_erasing_is_shut_where_it_broke_off_though_the_transaction_goes_on(amended):
    with transaction.atomic():
        with pytest.raises(RuntimeError), erasing():
            raise RuntimeError("the disk is full")
        with pytest.raises(IntegrityError, match="never altered"), transaction.atomic():
            SessionAmendment.objects.update(because="Nothing")


def test_a_match_that_runs_is_in_the_way(world):
    leave(world, world.mentee)
    Match.objects.filter(pk=world.match.pk).update(state="active")
    with pytest.raises(Refused, match="match of theirs still runs"):
        carried_out(world, world.mentee)
