"""S15: the letter begins with warm plain words, goes by post or onto their own page, and is known to have arrived."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from matching.endings import actions, queries
from matching.endings.letters.actions import ending_letter_confirm, ending_letter_write
from matching.endings.letters.words import HOW_IT_ENDED, first_words
from matching.endings.models import Ending
from matching.models import Match
from matching.tests.readying import together
from mentoring.tests.reading_age import reading_age
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move, young_person_move

WORDS = "It was good to know you. Thank you for the noodles."


@pytest.fixture
def ending(pair):
    pair.match = together(pair, pair.volunteer, pair.young_person)
    pair.match = actions.match_ending_begin(match=pair.match, why="The time is up.", by=pair.coordinator)
    return pair


def page(world, name, **more):
    return reverse(f"matching:{name}", args=[world.scheme.slug, world.match.pk])


def words(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("to", ["mentee", "mentor"])
@pytest.mark.parametrize("planned", Ending.Planned.values)
def test_s15_first_words_fit_each_kind_of_ending_and_are_plain(planned, to):
    assert planned in HOW_IT_ENDED
    letter = first_words(to=to, planned=planned, other="Zofia")
    assert reading_age(letter) <= (9 if to == "mentee" else 12)
    assert "Zofia" in letter


def test_s15_the_letter_page_begins_with_words_that_fit_and_keeps_what_is_changed(ending):
    actions.ending_save(match=ending.match, fields={"planned": "premature"}, by=ending.coordinator)
    desk = ending.client(ending.coordinator)
    assert "sooner than you two had hoped" in words(desk.get(page(ending, "ending_letter_write")))
    desk.post(page(ending, "ending_letter_write"), {"letter_to": "mentee", "letter": WORDS, "letter_by": ""})
    assert "noodles" in words(desk.get(page(ending, "ending_letter_write")))
    assert queries.ending_of(ending.match).letter_sent_on is None


def test_s15_on_their_own_page_it_is_read_once_the_match_is_over_and_the_reading_confirms_it(ending):
    ending_letter_write(match=ending.match, letter=WORDS, letter_by="portal", by=ending.coordinator)
    actions.ending_save(
        match=ending.match, fields={"planned": "planned", "reason": "as-agreed", "way": "letter"}, by=ending.coordinator
    )
    actions.match_end(match=ending.match, by=ending.coordinator)
    found = queries.ending_of(ending.match)
    here = reverse("matching:letter_mine", args=[found.pk])
    mine = ending.client(ending.mentee)
    assert here in words(mine.get("/me/"))
    assert ending.client(ending.mentor).get(here).status_code == 404
    assert queries.ending_of(ending.match).letter_confirmed_on is None
    assert WORDS in words(mine.get(here))
    assert queries.ending_of(ending.match).letter_confirmed_on == timezone.localdate()
    paper = mine.get(reverse("matching:letter_mine_print", args=[found.pk]))
    text = PdfReader(BytesIO(paper.content)).pages[0].extract_text()
    for part in ("Dear Jay", "noodles", "Dee Parker"):
        assert part in text
    assert "Nowak" not in text
    assert "read on" in words(ending.client(ending.coordinator).get(page(ending, "match_show")))


def test_s15_by_post_it_is_confirmed_when_somebody_heard_so(ending):
    desk = ending.client(ending.coordinator)
    typed = {"letter_to": "mentee", "letter": WORDS, "letter_by": "post"}
    assert desk.post(page(ending, "ending_letter_write"), typed).status_code == 422, "when?"
    desk.post(page(ending, "ending_letter_write"), typed | {"letter_sent_on": "today"})
    assert queries.ending_of(ending.match).letter_sent_on == timezone.localdate()
    assert ending.client(ending.mentee).get("/me/").status_code == 200
    found = queries.ending_of(ending.match)
    assert ending.client(ending.mentee).get(reverse("matching:letter_mine", args=[found.pk])).status_code == 404
    desk.post(page(ending, "ending_letter_confirm"))
    assert queries.ending_of(ending.match).letter_confirmed_on == timezone.localdate()


def test_s15_what_is_on_their_page_stays_as_it_is(ending):
    ending_letter_write(match=ending.match, letter=WORDS, letter_by="portal", by=ending.coordinator)
    with pytest.raises(Refused, match="stays as it is"):
        ending_letter_write(match=ending.match, letter="Other words", by=ending.coordinator)


def test_s15_who_has_no_account_gets_it_by_post(ending):
    type(ending.young_person).objects.filter(pk=ending.young_person.pk).update(user=None)
    match = Match.objects.get(pk=ending.match.pk)
    with pytest.raises(Refused, match="Send it by post"):
        ending_letter_write(match=match, letter=WORDS, letter_by="portal", by=ending.coordinator)


@pytest.mark.parametrize("gone", ["mentee", "mentor"])
def test_s15_who_has_gone_gets_the_letter_and_staff_record_the_rest(ending, gone):
    if gone == "mentee":
        young_person_move(young_person=ending.young_person, to="moved-on", why="To Leeds", by=ending.coordinator)
    else:
        volunteer_move(volunteer=ending.volunteer, to="left", why="A new job", by=ending.coordinator)
    match = Match.objects.get(pk=ending.match.pk)
    today = timezone.localdate()
    rest = {
        "planned": "premature", "reason": "moved", "way": "meeting", "meeting_on": today,
        f"{gone}_reflection": "They told Dee on the telephone that it was good.",
    }  # fmt: skip
    actions.ending_save(match=match, fields=rest, by=ending.coordinator)
    with pytest.raises(Refused, match="has gone. Write them a letter"):
        actions.match_end(match=match, by=ending.coordinator)
    ending_letter_write(
        match=match, letter=WORDS, letter_to=gone, letter_by="post", letter_sent_on=today, by=ending.coordinator
    )
    assert actions.match_end(match=match, by=ending.coordinator).state == "ended"


def test_s15_the_form_begins_with_the_mentor_where_it_is_they_who_left(ending):
    volunteer_move(volunteer=ending.volunteer, to="left", why="A new job", by=ending.coordinator)
    desk = ending.client(ending.coordinator)
    form = words(desk.get(page(ending, "ending_letter_write")))
    assert "Your time with Jay" in form
    assert "Zofia has gone" in words(desk.get(page(ending, "ending_edit")))


def test_s15_words_that_are_only_kept_are_not_sent_whatever_day_stands_in_the_form(ending):
    desk, today = ending.client(ending.coordinator), timezone.localdate()
    typed = {"letter_to": "mentee", "letter": WORDS, "letter_by": "", "letter_sent_on": "today"}
    assert desk.post(page(ending, "ending_letter_write"), typed).status_code == 302
    found = queries.ending_of(ending.match)
    assert (found.letter, found.letter_sent_on) == (WORDS, None)
    fields = {"planned": "planned", "reason": "as-agreed", "way": "letter"}
    actions.ending_save(match=ending.match, fields=fields, by=ending.coordinator)
    with pytest.raises(Refused):
        actions.match_end(match=ending.match, by=ending.coordinator)
    desk.post(page(ending, "ending_letter_write"), typed | {"letter_by": "post"})
    assert queries.ending_of(ending.match).letter_sent_on == today
    desk.post(page(ending, "ending_letter_write"), typed)
    assert queries.ending_of(ending.match).letter_sent_on is None, "taken back: it had not been posted"


@pytest.mark.parametrize("changed", [{"letter": "Other words."}, {"letter_to": "mentor"}])
def test_s15_it_has_not_arrived_any_more_where_its_words_or_its_reader_change(ending, changed):
    today = timezone.localdate()
    said = {"letter": WORDS, "letter_to": "mentee", "letter_by": "post", "letter_sent_on": today}
    found = ending_letter_write(match=ending.match, **said, by=ending.coordinator)
    ending_letter_confirm(ending=found, on=today, by=ending.coordinator)
    ending_letter_write(match=ending.match, **said, by=ending.coordinator)
    assert queries.ending_of(ending.match).letter_confirmed_on == today
    ending_letter_write(match=ending.match, **said | changed, by=ending.coordinator)
    assert queries.ending_of(ending.match).letter_confirmed_on is None


def test_s15_whoever_wrote_the_letter_signs_it_also_when_another_records_the_rest(ending):
    ending_letter_write(match=ending.match, letter=WORDS, letter_by="portal", by=ending.coordinator)
    actions.ending_save(match=ending.match, fields={"planned": "planned"}, by=ending.manager)
    assert f"{ending.coordinator.first_name} wrote to you" in words(ending.client(ending.mentee).get("/me/"))
    here = reverse("matching:letter_mine", args=[queries.ending_of(ending.match).pk])
    letter = words(ending.client(ending.mentee).get(here))
    assert ending.coordinator.name in letter
    assert ending.manager.name not in letter
