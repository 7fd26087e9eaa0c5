"""No route leads to two people who meet while their gate is not wholly open (issue "Matching", done when 2; S12, L8).

Rules are everything that touches a match or what its gate asks: pages, portals, actions, the engine's command, merging
of records, the clock. After each step the gate is asked anew by `gate_oracle`, which shares no code with it.
"""

from collections import Counter

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from matching.pairing.gate import LINES
from matching.tests.pairing import gate_world
from matching.tests.pairing.gate_pairs import PairsMove

#: No step of the machine shuts these; pairs set aside and the rule on distance have tests of their own.
TOLD_ELSEWHERE = {"set-aside", "distance"}


@pytest.fixture
def clock():
    clock = gate_world.Clock()
    with clock.running():
        yield clock


@pytest.fixture
def small_scheme(clock, cast):
    gate_world.build(cast)
    return cast


def play(world, clock, sequences: int) -> Counter:
    """So many sequences of steps, the same ones each time; what was met on the way, to see that it was not nothing."""
    seen: Counter[str] = Counter()
    run_state_machine_as_test(
        lambda: PairsMove(world, clock, seen),
        settings=settings(
            max_examples=sequences,
            stateful_step_count=20,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return seen


def test_s12_no_sequence_of_steps_introduces_two_past_their_gate(small_scheme, clock):
    seen = play(small_scheme, clock, 60)
    assert seen["introduced"] >= 20


@pytest.mark.slow
def test_s12_two_thousand_sequences_introduce_nobody_past_their_gate(small_scheme, clock):
    seen = play(small_scheme, clock, 2000)
    assert seen["introduced"] >= 500
    shut = {key for key in LINES if seen[f"tried past {key}"] + seen[f"proposed past {key}"]}
    assert shut == set(LINES) - TOLD_ELSEWHERE, "a line that never stood in the way"
