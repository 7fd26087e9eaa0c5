"""S14, S15: what the records show of ongoing support and of endings, counted from the records themselves."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from matching.endings.actions import ending_save, match_end, match_ending_begin
from matching.endings.shown import endings
from matching.supervision.actions import supervision_record
from matching.supervision.shown import supervision


def test_s15_an_ending_shows_once_it_is_recorded_and_waits_while_nobody_looked_back(pair):
    today = timezone.localdate()
    assert endings(pair.scheme, today).summary == "No match has ended yet"
    match = match_ending_begin(match=pair.match, why="Moved away.", by=pair.coordinator)
    fields = {"way": "meeting", "planned": "unplanned", "reason": "moved", "meeting_on": today}
    ending_save(match=match, fields=fields, by=pair.coordinator)
    match_end(match=match, by=pair.coordinator)
    shown = endings(pair.scheme, today)
    assert shown.summary == "1 ended, 0 as planned"
    assert shown.missing == ("1 ending that nobody planned not looked back on yet.",)
    assert endings(pair.other_scheme, today).summary == "No match has ended yet"


def test_s14_supervision_shows_what_was_held_and_who_has_none_ahead(pair):
    today = timezone.localdate()
    assert supervision(pair.scheme, today).missing == ("No supervision has been held in the last half year.",)
    [planned] = pair.volunteer.supervisions.all()
    with time_machine.travel(planned.planned_at):
        supervision_record(supervision=planned, outcome="held", notes={}, by=pair.supervisor)
    shown = supervision(pair.scheme, today + timedelta(days=15))
    assert shown.summary == "1 supervision held in half a year"
    assert shown.missing == ("1 mentor with a match and no supervision planned in time.",)
