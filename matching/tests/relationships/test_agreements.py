"""R7, L1, L5, P2: what the two agree is written, read, signed by all three, and changed whenever one of them asks."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.pairing.actions import match_decline
from matching.pairing.models import Match
from matching.pairing.queries import gate_of
from matching.relationships.agreements import actions, queries
from matching.relationships.agreements.rules import (
    changes_between,
    length_words,
    reading_mark,
    rhythm_words,
    terms_of,
)
from matching.relationships.links import pair_links
from matching.tests.readying import accepted, mentee_ready, mentor_ready, proposed
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused

TERMS = {
    "purpose": "Somebody to cook with",
    "when_where": "Thursdays, the library",
    "every_days": 7,
    "length_weeks": 12,
    "channels": "Texts",
    "contact_from": time(9),
    "contact_until": time(20),
    "boundaries": "No money",
    "when_worried": "Tell Dee",
    "limits_told_on": date(2026, 1, 5),
}


@pytest.fixture
def said_yes(cast):
    """Zofia and Jay have both said yes; nothing is written yet: `cast.match`."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = accepted(cast, proposed(cast, cast.volunteer, cast.young_person))
    return cast


def drafted(cast, **terms):
    return actions.agreement_draft(match=cast.match, terms=TERMS | terms, by=cast.mentor)


def sign(agreement, side, by):
    return actions.agreement_sign(agreement=agreement, side=side, read=queries.mark_of(agreement), by=by)


def sign_all(cast, agreement):
    sign(agreement, "mentee", cast.mentee)
    sign(agreement, "mentor", cast.mentor)
    return sign(agreement, "co-ordinator", cast.coordinator)


def gate_line(cast):
    return next(line for line in gate_of(cast.match, timezone.localdate()) if line.key == "agreement")


def test_r7_rhythm_and_length_are_said_in_words():
    assert [rhythm_words(days) for days in (7, 14, 10)] == ["Once a week", "Every two weeks", "Every 10 days"]
    assert length_words(None).startswith("As long as it helps")
    assert length_words(12).startswith("12 weeks")


def test_l5_hours_who_can_see_it_and_writing_here_are_part_of_what_is_read(said_yes):
    """One line of the agreement each; an hour changed is a change that is read and signed again."""
    agreement = drafted(said_yes, channels_seen_by="Only us", writes_here=True, money="None")
    terms = terms_of(agreement)
    assert terms["In which hours"] == "Between 9 am and 8 pm."
    assert terms["How we keep in touch"] == "Texts\nWe can also write to each other here."
    assert (terms["Who else can see it"], terms["Money and presents"]) == ("Only us", "None")
    sign_all(said_yes, agreement)
    newer = drafted(said_yes, writes_here=True, contact_until=time(18))
    assert (newer.version, newer.is_signed) == (2, False)
    assert "In which hours" in [change["heading"] for change in queries.agreement_versions(said_yes.match)[0].changes]


def test_l5_hours_the_wrong_way_round_are_said_beside_the_field(said_yes):
    page = reverse("matching:agreement_draft_mine", args=[said_yes.match.pk])
    answer = said_yes.client(said_yes.mentor).post(page, {**TERMS, "contact_from": "20:00", "contact_until": "9 am"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["contact_until"]


def test_r7_a_new_version_says_what_changed_and_nothing_else():
    before = {"When": "Mondays", "Where": "Library"}
    after = {"When": "Fridays", "Where": "Library", "Money": "None"}
    assert [row["heading"] for row in changes_between(before, after)] == ["When", "Money"]
    assert changes_between(after, before)[-1] == {"heading": "Money", "before": "None", "after": ""}


def test_whoever_signs_signs_exactly_these_words():
    assert reading_mark(1, {"When": "Mondays"}) != reading_mark(1, {"When": "Fridays"})
    assert reading_mark(1, {"When": "Mondays"}) != reading_mark(2, {"When": "Mondays"})


def test_p2_the_gate_opens_when_all_three_have_signed_and_not_before(said_yes):
    agreement = drafted(said_yes)
    assert not gate_line(said_yes).ok
    sign(agreement, "mentee", said_yes.mentee)
    sign(agreement, "mentor", said_yes.mentor)
    assert not gate_line(said_yes).ok
    sign(agreement, "co-ordinator", said_yes.coordinator)
    assert gate_line(said_yes).ok


def test_l1_once_signed_its_purpose_is_that_of_the_match(said_yes):
    agreement = drafted(said_yes)
    sign(agreement, "mentee", said_yes.mentee)
    assert Match.objects.get(pk=said_yes.match.pk).purpose == ""
    sign_all(said_yes, agreement)
    assert Match.objects.get(pk=said_yes.match.pk).purpose == "Somebody to cook with"


@pytest.mark.parametrize(("side", "signer"), [("mentee", "mentor"), ("mentor", "mentee"), ("mentee", "coordinator")])
def test_r7_nobody_signs_for_somebody_else(said_yes, side, signer):
    agreement = drafted(said_yes)
    with pytest.raises(Refused, match="themselves"):
        sign(agreement, side, getattr(said_yes, signer))


def test_r7_one_of_the_two_cannot_sign_for_the_scheme(said_yes):
    with pytest.raises(Refused, match="Another co-ordinator"):
        sign(drafted(said_yes), "co-ordinator", said_yes.mentor)


def test_one_without_an_account_signs_on_paper_and_the_trail_says_so(said_yes):
    said_yes.young_person.user = None
    said_yes.young_person.save()
    agreement = sign(drafted(said_yes), "mentee", said_yes.coordinator)
    assert agreement.mentee_signed_at
    assert AuditEntry.objects.filter(verb="agreement.signed").last().details["on_paper"] is True


def test_words_that_changed_since_they_were_read_are_not_signed(said_yes):
    agreement = drafted(said_yes)
    read = queries.mark_of(agreement)
    drafted(said_yes, when_where="Mondays, the park")
    with pytest.raises(Refused, match="changed since"):
        actions.agreement_sign(agreement=agreement, side="mentee", read=read, by=said_yes.mentee)


def test_p2_nobody_signs_before_the_limits_of_confidentiality_were_explained(said_yes):
    with pytest.raises(Refused, match="can’t be kept private"):
        sign(drafted(said_yes, limits_told_on=None), "mentee", said_yes.mentee)


def test_r7_a_signed_version_stays_as_it_was_and_the_change_is_signed_again(said_yes):
    first = sign_all(said_yes, drafted(said_yes))
    second = drafted(said_yes, every_days=14)
    assert (second.version, second.is_signed) == (2, False)
    first.refresh_from_db()
    assert (first.every_days, first.is_signed) == (7, True)
    assert queries.agreement_in_force(said_yes.match) == first
    sign_all(said_yes, second)
    assert queries.agreement_in_force(said_yes.match) == second
    newest = queries.agreement_versions(said_yes.match)[0]
    assert newest.changes == [{"heading": "How often", "before": "Once a week", "after": "Every two weeks"}]


def test_r7_either_side_asks_for_a_change_in_their_own_words(said_yes):
    sign_all(said_yes, drafted(said_yes))
    asked = actions.agreement_ask_change(match=said_yes.match, words="Later on Thursdays", by=said_yes.mentee)
    assert (asked.version, asked.change_asked, asked.when_where) == (2, "Jay: Later on Thursdays", TERMS["when_where"])
    again = actions.agreement_ask_change(match=said_yes.match, words="And by phone", by=said_yes.mentor)
    assert again.version == 2, "nobody has signed the second version: it is still the one being written"
    assert "Later on Thursdays" in again.change_asked


def test_nothing_is_agreed_before_both_said_yes_or_after_it_was_taken_back(said_yes):
    match_decline(match=said_yes.match, by=said_yes.coordinator)
    with pytest.raises(Refused, match="both have said yes"):
        drafted(said_yes)


def test_each_of_the_two_signs_with_one_button_on_their_own_page(said_yes):
    agreement = drafted(said_yes)
    page = reverse("matching:agreement_mine", args=[said_yes.match.pk])
    browser = said_yes.client(said_yes.mentee)
    answer = browser.get(page)
    assert b"I agree" in answer.content
    assert b"Somebody to cook with" in answer.content
    browser.post(reverse("matching:agreement_sign_mine", args=[said_yes.match.pk]), {"read": answer.context["mark"]})
    agreement.refresh_from_db()
    assert agreement.mentee_signed_at
    assert b"I agree" not in browser.get(page).content


def test_the_mentor_writes_it_and_mistakes_keep_what_was_typed(said_yes):
    page = reverse("matching:agreement_draft_mine", args=[said_yes.match.pk])
    browser = said_yes.client(said_yes.mentor)
    assert b"call 999 first" in browser.get(page).content
    answer = browser.post(page, {**TERMS, "purpose": "", "limits_told_on": "yesterday"})
    assert (answer.status_code, b"Thursdays, the library" in answer.content) == (422, True)
    assert browser.post(page, {**TERMS, "limits_told_on": "yesterday"}).status_code == 302
    told = queries.newest_agreement(said_yes.match).limits_told_on
    assert told == timezone.localdate() - timedelta(days=1)


def test_the_page_of_a_pair_is_there_for_the_two_of_them_alone(said_yes):
    drafted(said_yes)
    page = reverse("matching:agreement_mine", args=[said_yes.match.pk])
    assert said_yes.client(said_yes.peer).get(page).status_code == 404
    assert said_yes.client(said_yes.coordinator).get(page).status_code == 404


def test_what_waits_for_a_signature_says_so_among_the_links(said_yes):
    def links(user):
        return [link for link in pair_links(said_yes.match, user, timezone.localdate()) if "agree" in link.label]

    [write] = links(said_yes.mentor)
    assert write.waiting
    assert links(said_yes.mentee) == []
    agreement = drafted(said_yes)
    assert [link.waiting for link in links(said_yes.mentee)] == [True]
    sign(agreement, "mentee", said_yes.mentee)
    assert [link.waiting for link in links(said_yes.mentee)] == [False]
    assert pair_links(said_yes.match, said_yes.coordinator, timezone.localdate()) == []


def test_each_of_the_two_can_always_say_that_they_know_each_other(said_yes):
    for user in (said_yes.mentor, said_yes.mentee):
        assert "We know each other from before" in [
            link.label for link in pair_links(said_yes.match, user, timezone.localdate())
        ]
