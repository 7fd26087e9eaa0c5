"""No route leads to two people who meet while their gate is not wholly open (issue "Matching", done when 2; S12, L8).

Rules are everything that touches a match or what its gate asks: pages, portals, actions, the engine's command, merging
of records, the clock. After each step the gate is asked anew by `gate_oracle`, which shares no code with it.
"""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from matching.pairing.gate import LINES
from matching.tests.pairing import gate_world
from matching.tests.pairing.gate_together import PairsTogether

#: A list that a co-ordinator kept until now: it says more than anybody has seen evidence of.
LISTS = {
    "volunteers": "Name,DOB,Email,DBS type,DBS date,Ref 1,Ref 2,Training date,Training hours,Places\n"
    "Ola Berg,01/02/1980,ola@list.example,Enhanced with barred lists,01/09/2026,01/09/2026,02/09/2026,03/09/2026,20,2\n"
    "Zofia Nowak,02/04/1985,mentor@cast.example,Enhanced,01/09/2026,01/09/2026,02/09/2026,03/09/2026,20,3\n",
    "young-people": "Name,DOB,Email,Status,Date referred,Consent,Mentor type\n"
    "Pip Lane,03/03/2008,pip@list.example,care leaver,01/09/2026,yes,peer\n"
    "Jay Holt,14/03/2008,mentee@cast.example,care leaver,01/09/2026,yes,peer\n",
}


@pytest.fixture
def clock():
    clock = gate_world.Clock()
    with clock.running():
        yield clock


@pytest.fixture
def small_scheme(clock, cast, tmp_path):
    gate_world.build(cast)
    cast.lists = {kind: str(tmp_path / f"{kind}.csv") for kind in LISTS}
    for kind, rows in LISTS.items():
        Path(cast.lists[kind]).write_text(rows)
    return cast


def play(world, clock, sequences: int) -> Counter:
    """So many sequences of steps, the same ones each time; what was met on the way, to see that it was not nothing."""
    seen: Counter[str] = Counter()
    run_state_machine_as_test(
        lambda: PairsTogether(world, clock, seen),
        settings=settings(
            max_examples=sequences,
            stateful_step_count=16,
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
    print(*(f"{what}: {times}" for what, times in sorted(seen.items())), sep="\n")  # noqa: T201 (figures, with -s)
    assert seen["sequences"] >= 2000
    assert seen["introduced"] >= 500
    shut = {key for key in LINES if seen[f"tried past {key}"] + seen[f"proposed past {key}"]}
    assert shut == set(LINES), "a line that never stood in the way"
