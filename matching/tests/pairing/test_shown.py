"""Step 12 shows itself from the records (S12)."""

from datetime import timedelta

from django.utils import timezone

from matching.pairing import actions
from matching.step_evidence import EVIDENCE
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import together


def shown(world, days=0):
    return EVIDENCE[12](world.scheme, timezone.localdate() + timedelta(days=days))


def test_s12_before_the_first_pair_the_step_says_so(cast):
    assert "No pair has been proposed yet." in shown(cast).missing


def test_s12_pairs_techniques_and_who_waits_long(pair):
    match = together(pair, pair.volunteer, pair.young_person)
    actions.technique_log(match=match, kind="group-event", used_on=timezone.localdate(), by=pair.coordinator)
    young(pair, "Kit")
    found = shown(pair, days=30)
    assert found.found == (
        "1 pair proposed, 1 introduced, 1 together now.",
        "Brought together by: group event, paper profile.",
    )
    assert found.missing == ("1 young person waiting long with nobody proposed.",)
    assert shown(pair).missing == ()
