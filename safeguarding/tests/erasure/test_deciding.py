"""Being forgotten is decided by one and agreed to by another, and neither is the one whom it is about (issue 6)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding.erasure import actions
from safeguarding.erasure.models import Erasure
from safeguarding.erasure.queries import due_on, people_due
from safeguarding.records.clock import months_after
from safeguarding.tests.erasure.leaving import leave
from schemes.people.models import YoungPersonStateChange


@pytest.fixture
def asked(cast):
    return actions.erasure_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee)


def test_given_somebody_asks_when_nobody_has_looked_then_those_who_answer_hear_and_have_a_month(cast, asked):
    told = set(Notice.objects.filter(rule="erasure_waiting").values_list("recipient", flat=True))
    assert told == {cast.manager.pk, cast.lead.pk}
    assert due_on(asked) >= months_after(timezone.localdate(), 1)
    with pytest.raises(Refused, match="asked already"):
        actions.erasure_ask(scheme=cast.scheme, user=cast.mentee, by=cast.mentee)


def test_whoever_decided_does_not_say_yes_and_nobody_decides_for_themselves(cast, asked):
    leave(cast, cast.mentee)
    decided = actions.erasure_decide(erasure=asked, stays={}, by=cast.manager)
    with pytest.raises(Refused, match="somebody else"):
        actions.erasure_carry_out(erasure=decided, by=cast.manager)
    for nobody in (cast.mentee, cast.coordinator, cast.outsider):
        with pytest.raises(Refused, match="cannot do this"):
            actions.erasure_carry_out(erasure=decided, by=nobody)
    own = actions.erasure_ask(scheme=cast.scheme, user=cast.lead, by=cast.lead)
    with pytest.raises(Refused, match="cannot do this"):
        actions.erasure_decide(erasure=own, stays={}, by=cast.lead)
    assert actions.erasure_carry_out(erasure=decided, by=cast.lead).state == Erasure.State.DONE


def test_somebody_who_is_still_here_is_not_erased(cast, asked):
    decided = actions.erasure_decide(erasure=asked, stays={}, by=cast.manager)
    with pytest.raises(Refused, match="Close it first"):
        actions.erasure_carry_out(erasure=decided, by=cast.lead)
    cast.mentee.refresh_from_db()
    assert cast.mentee.is_active


def test_a_class_that_was_decided_to_stay_stays_and_the_rest_goes(cast, asked):
    leave(cast, cast.mentee)
    decided = actions.erasure_decide(erasure=asked, stays={"rights": "claim"}, by=cast.manager)
    Erasure.objects.filter(pk=asked.pk).update(words="Quartzplover")
    actions.erasure_carry_out(erasure=decided, by=cast.lead)
    assert Erasure.objects.get().words == "Quartzplover"
    cast.young_person.refresh_from_db()
    assert cast.young_person.name == "Somebody who left"


def test_what_is_not_done_says_why_on_their_page_and_whom_to_turn_to(cast, asked):
    with pytest.raises(Refused, match="Write down why"):
        actions.erasure_refuse(erasure=asked, because=" ", by=cast.lead)
    actions.erasure_refuse(erasure=asked, because="A court asked us to wait.", by=cast.lead)
    page = cast.client(cast.mentee).get(reverse("safeguarding:record_mine")).content.decode()
    assert "A court asked us to wait." in page
    assert "Information Commissioner" in page


def test_they_take_it_back_until_it_is_done(cast, asked):
    client = cast.client(cast.mentee)
    client.post(reverse("safeguarding:erasure_take_back_mine", args=[asked.pk]))
    asked.refresh_from_db()
    assert asked.state == "taken-back"
    with pytest.raises(Refused):
        actions.erasure_decide(erasure=asked, stays={}, by=cast.lead)


def test_a_hold_is_seen_by_those_who_answer_and_never_by_whom_it_is_about(cast):
    day = timezone.localdate() + timedelta(days=30)
    held = {"scheme": cast.scheme, "user": cast.mentee, "review_on": day}
    with pytest.raises(Refused, match="cannot do this"):
        actions.legal_hold_place(**held, reason="No", by=cast.coordinator)
    hold = actions.legal_hold_place(**held, reason="Quartzgannet", by=cast.lead)
    where = reverse("safeguarding:erasure_list", args=["sheffield"])
    assert "Quartzgannet" in cast.client(cast.manager).get(where).content.decode()
    assert cast.client(cast.coordinator).get(where).status_code == 403
    for page in ("record_mine", "who_looked_mine"):
        shown = cast.client(cast.mentee).get(reverse(f"safeguarding:{page}")).content.decode()
        assert "hold" not in shown.lower().replace("household", "")
    entry = AuditEntry.objects.get(verb="legalhold.placed")
    assert (entry.by_key, entry.person_keys) == (str(cast.lead.pk), [])
    actions.legal_hold_end(hold=hold, because="Settled", by=cast.manager)
    assert AuditEntry.objects.filter(verb="legalhold.ended").exists()
    with pytest.raises(Refused, match="ended already"):
        actions.legal_hold_end(hold=hold, because="Again", by=cast.manager)


def test_whose_time_is_over_is_listed_and_nothing_goes_by_itself(cast):
    leave(cast, cast.mentee)
    step = YoungPersonStateChange.objects.create(
        young_person=cast.young_person, to_state="moved-on", by=cast.coordinator
    )
    steps = YoungPersonStateChange.objects.filter(young_person=cast.young_person)
    assert people_due(cast.scheme) == []
    steps.update(created_at=step.created_at - timedelta(days=366 * 6 + 2))
    assert [row["record"] for row in people_due(cast.scheme)] == [cast.young_person]
    actions.legal_hold_place(
        scheme=cast.scheme, user=cast.mentee, reason="A claim",
        review_on=timezone.localdate() + timedelta(days=9), by=cast.lead,
    )  # fmt: skip
    assert people_due(cast.scheme) == []
    cast.young_person.refresh_from_db()
    assert cast.young_person.name != "Somebody who left"
