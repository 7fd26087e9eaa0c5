"""Whose consent is needed, and how it is given and taken back (S10, L10, lifecycle.md)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.transitions import Refused
from safeguarding.consent.actions import (
    consent_ask,
    consent_give,
    consent_give_own,
    consent_not_needed,
    consent_take_back,
)
from safeguarding.consent.queries import consent_missing, consent_missing_of
from safeguarding.consent.rules import age_on, kinds_needed
from safeguarding.models import Consent

TODAY = date(2026, 11, 22)
OWN, PARENT, COUNCIL = "own", "parent", "local-authority"


@pytest.mark.parametrize(
    ("nation", "born_on", "care_status", "expected"),
    [
        ("england", date(2009, 11, 23), "looked-after", [OWN, PARENT, COUNCIL]),  # 16, in care
        ("england", date(2009, 1, 1), "eligible", [OWN, PARENT, COUNCIL]),  # eligible at 17 is still looked after
        ("england", date(2009, 1, 1), "relevant", [OWN, PARENT]),  # has left care, not yet 18
        ("england", date(2008, 11, 22), "former-relevant", [OWN]),  # 18 today
        ("england", date(2008, 11, 23), "former-relevant", [OWN, PARENT]),  # 18 tomorrow
        ("scotland", date(2009, 1, 1), "relevant", [OWN]),  # 16 and over decide for themselves
        ("scotland", date(2009, 1, 1), "looked-after", [OWN, COUNCIL]),
        ("scotland", date(2011, 1, 1), "looked-after", [OWN, PARENT, COUNCIL]),
        ("england", None, "", [OWN, PARENT, COUNCIL]),  # not known: nothing is guessed away
        ("england", date(2000, 1, 1), "", [OWN]),
    ],
)
def test_whose_consent_is_needed(nation, born_on, care_status, expected):
    assert kinds_needed(nation=nation, born_on=born_on, care_status=care_status, today=TODAY) == expected


def test_somebody_born_on_the_29th_of_february():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


@pytest.fixture
def young_person(cast):
    """Jay at sixteen, in care: three yeses are needed."""
    person = cast.young_person
    person.born_on, person.care_status = timezone.localdate() - timedelta(days=16 * 366), "looked-after"
    person.save()
    return person


def ask(cast, kind, day=None):
    day = day or timezone.localdate()
    return consent_ask(young_person=cast.young_person, kind=kind, asked_on=day, by=cast.coordinator)


def give(cast, consent):
    day = timezone.localdate()
    return consent_give(consent=consent, given_on=day, given_by="Somebody", how="letter", by=cast.coordinator)


def missing(cast):
    return consent_missing(cast.young_person, cast.scheme, timezone.localdate())


def test_each_yes_takes_one_sentence_away(cast, young_person):
    left = [len(missing(cast))]
    for kind in (OWN, PARENT, COUNCIL):
        give(cast, ask(cast, kind))
        left.append(len(missing(cast)))
    assert left == [3, 2, 1, 0]


def test_asked_is_not_given(cast, young_person):
    ask(cast, OWN)
    assert "asked for and has not been given" in missing(cast)[0]


def test_taken_back_is_missing_again(cast, young_person):
    consent = give(cast, ask(cast, OWN))
    consent_take_back(consent=consent, withdrawn_on=timezone.localdate(), by=cast.coordinator)
    assert "was taken back" in missing(cast)[0]


def test_a_parents_may_be_found_not_needed_with_a_reason_and_ones_own_never(cast, young_person):
    consent_not_needed(consent=ask(cast, PARENT), because="Full care order", by=cast.coordinator)
    assert not any("parent" in sentence for sentence in missing(cast))
    own = ask(cast, OWN)
    with pytest.raises(Refused):
        consent_not_needed(consent=own, because="Saves time", by=cast.coordinator)
    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.filter(pk=own.pk).update(not_needed_because="Saves time")


def test_asking_twice_while_open_is_asking_once(cast):
    assert ask(cast, OWN) == ask(cast, OWN)


def test_nobody_says_yes_for_somebody_else(cast):
    with pytest.raises(Refused):
        consent_give_own(young_person=cast.young_person, today=timezone.localdate(), by=cast.coordinator)


def test_many_take_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        consent_missing_of([cast.young_person], cast.scheme, timezone.localdate())


def test_a_young_person_says_yes_and_takes_it_back_on_their_own_page(cast):
    client = cast.client(cast.mentee)
    where = reverse("safeguarding:consent_give_mine", kwargs={"young_person_id": cast.young_person.pk})
    assert "You said yes" in client.post(where, follow=True).content.decode()
    where = reverse("safeguarding:consent_take_back_mine", kwargs={"consent_id": Consent.objects.get().pk})
    assert "We don’t have your yes" in client.post(where, follow=True).content.decode()


def test_staff_write_down_what_others_said(cast):
    client = cast.client(cast.coordinator)
    here = {"scheme": cast.scheme.slug, "young_person_id": cast.young_person.pk}
    client.post(reverse("safeguarding:consent_ask", kwargs=here), {"kind": PARENT, "asked_on": "yesterday"})
    consent = Consent.objects.get()
    data = {"given_on": "today", "given_by": "His mother", "how": "by letter"}
    answer = client.post(
        reverse("safeguarding:consent_give", kwargs={**here, "consent_id": consent.pk}), data, follow=True
    )
    assert "His mother" in answer.content.decode()
