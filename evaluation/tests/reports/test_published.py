"""What leaves the server: the same hidden counts on page, spreadsheet and paper, and sentences that stay true (S16)."""

from evaluation.reports.ledger import ledger
from evaluation.reports.published import published
from evaluation.reports.summary import is_it_working
from evaluation.tests.made_up import STAYS, figures, stages
from evaluation.turnover.survival import survival


def section(found, key):
    return next(section for section in found.sections if section.key == key)


def texts(found):
    return [text for _, _, text in found.rows()]


def test_s16_where_nothing_is_small_every_count_is_shown():
    found = published(figures(), concerns=True)

    assert all(not count.hidden for count in found.seen.values())
    assert section(found, "volunteers").facts[0] == ("Approved in the period", "20")
    assert section(found, "supervision").finding == "90% of supervisions took place (45 of 50 due)."


def test_s16_supervisions_called_off_beforehand_are_nobodys_miss():
    found = published(figures(supervision={"outcomes": {"held": 9, "missed": 0, "called-off": 50}}), concerns=True)

    assert section(found, "supervision").finding == "100% of supervisions took place (9 of 9 due)."


def test_r5_delivered_dose_is_told_beside_what_was_agreed():
    found = section(published(figures(), concerns=True), "doses")

    assert found.finding == "They met 80 times, 80% of what they had agreed."
    assert ("Sessions foreseen by what each two agreed", "100") in found.facts
    assert found.charts[0].rows[2][:2] == ("Less than 60%", "6")


def test_r5_dose_gives_no_hidden_match_away():
    """Given two ended in the period: those who were together in it, less those who still are, would be two."""
    ended = {"ended": 2, "ended_before": 8}
    still = figures(matches=ended).matches.together
    seen = published(figures(matches=ended, doses={"matches": {"full": still + 2}}), concerns=True).seen

    assert seen["matches", "ended"].hidden
    assert seen["matches", "together"].hidden or seen["doses", "full"].hidden


def test_r5_a_small_number_of_sessions_hides_the_share_that_would_give_it_back():
    found = published(figures(sessions={"outcomes": {"held": 3}}), concerns=True)

    assert section(found, "doses").finding == "The numbers are too small to show."


def test_s16_a_small_count_hides_in_every_table_that_it_could_be_worked_out_from():
    """Three ended: the matches that ended, their endings, and what is left of all matches stand in three places."""
    three = {"planned": {"planned": 3}, "ways": {"meeting": 3}, "reasons": {"moved": 3}}
    found = published(figures(matches={"ended": 3, "ended_before": 3}, endings=three), concerns=True)

    assert ("Ended in the period", "fewer than 5") in section(found, "matches").facts
    assert ("Ended with a recorded ending", "fewer than 5") in section(found, "endings").facts
    assert "3" not in texts(found)


def test_s16_no_curve_is_drawn_whose_steps_would_count_what_is_hidden():
    few = survival([(30, True), (60, True), *[(300, False)] * 18])
    shown = published(figures(), concerns=True)
    kept_back = published(figures(matches={"ended": 2, "stay": few}), concerns=True)

    assert len(section(shown, "matches").charts) == 1
    assert "6 of them over" in section(shown, "matches").charts[0].title
    assert section(kept_back, "matches").charts == ()
    assert section(kept_back, "matches").finding.startswith("Too few matches have ended")


def test_s16_the_curve_ends_where_fewer_than_five_are_left():
    stays = [*STAYS, *[(900, True)] * 2]
    found = published(figures(matches={"stay": survival(stays), "ended": 8}), concerns=True)

    assert all(
        "2 years" not in row[0] and "30 months" not in row[0] for row in section(found, "matches").charts[0].rows
    )


def test_s16_reasons_in_somebodys_own_words_are_shown_only_when_five_people_gave_them():
    found = published(figures(volunteers={"left": 11, "reasons": {"Moved": 6, "Fell out with Sam": 5}}), concerns=True)
    assert "Fell out with Sam" in [row[0] for row in section(found, "volunteers").charts[-1].rows]

    found = published(figures(volunteers={"left": 7, "reasons": {"Moved": 6, "Fell out with Sam": 1}}), concerns=True)
    assert "Fell out with Sam" not in str(found.sections)
    assert "left out" in section(found, "volunteers").missing


def test_counts_of_concerns_hide_nought_too_so_that_the_first_one_shows_nowhere():
    quiet = ledger(figures(concerns={"raised": 0, "in_time": 0, "open": 0}))
    one = ledger(figures(concerns={"raised": 1, "in_time": 1, "open": 1}))

    for name in ("raised", "in_time", "open"):
        assert quiet["concerns", name] == one["concerns", name]
        assert str(one["concerns", name]) == "fewer than 5"


def test_counts_of_concerns_are_left_out_for_those_who_may_not_know_them():
    assert "concerns" not in [section.key for section in published(figures(), concerns=False).sections]


def test_s16_a_late_acknowledgement_does_not_show_as_the_difference_of_two_counts():
    seen = ledger(figures(concerns={"raised": 9, "in_time": 7, "open": 0}))

    assert str(seen["concerns", "raised"]) == "9"
    assert seen["concerns", "in_time"].hidden


def test_s17_is_it_working_is_five_sentences_that_name_no_hidden_number():
    nothing = figures(
        volunteers={"funnel": stages(enquired=0), "joined": 0, "joined_before": 0, "left": 0, "reasons": {}},
        young_people={"funnel": stages(referred=3, matched=1), "waiting": 2},
        matches={"started": 0, "started_before": 0, "ended": 0, "stay": survival([]), "six_months": 0},
        sessions={"outcomes": {}, "minutes": 0},
        supervision={"outcomes": {"held": 3, "missed": 2}},
        endings={"planned": {}, "ways": {}, "reasons": {}},
        goals={"progress": {}, "moved": {}},
    )
    answers = is_it_working(published(nothing, concerns=True), [])

    assert len(answers) == 5
    assert answers[0].startswith("No objectives have been set")
    assert "hidden" not in " ".join(answers)
    assert "No session has been held." in answers[3]
    assert all(answer.endswith(".") for answer in answers)
