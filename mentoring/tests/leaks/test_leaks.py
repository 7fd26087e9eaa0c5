"""Whoever may not read a record meets it nowhere: list = search = page = file = paper, no mail tells of it, and what
was taken from somebody is gone with the next thing they ask for, whatever happened before (issue "Safeguarding and
privacy", done when 2; security rows 2, 4 and 5). Who may is told a second time in `told`, by the table of roles."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept
from mentoring.tests.leaks.machine import WhoReadsWhat
from mentoring.tests.leaks.told import OPEN_TO
from schemes.people.actions import young_person_add


@kept
def scheme(cast) -> None:
    """Zofia and Jay together, and Pip, whom nobody knows yet."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)
    by_ruth = {"referrer": cast.referrer, "referrer_name": "Ruth", "received_on": date(2026, 9, 1)}
    cast.pip = young_person_add(
        scheme=cast.scheme, by=cast.coordinator, name="Pip Lane", born_on=date(2008, 5, 1), mentor_kind="either",
        referral={**by_ruth, "young_person_agreed": True},
    )  # fmt: skip


@pytest.fixture
def papers_as_text(monkeypatch):
    """A paper says what its page says: who may have it is looked at here, how it is drawn elsewhere."""
    from django.template.loader import render_to_string

    from matching.endings import papers

    def said(template, context, **drawn):
        return render_to_string(template, context).encode()

    monkeypatch.setattr(papers, "pdf_from", said)


def play(world, sequences: int) -> Counter:
    seen: Counter[str] = Counter()
    run_state_machine_as_test(
        lambda: WhoReadsWhat(world, seen),
        settings=settings(
            max_examples=sequences,
            stateful_step_count=12,
            derandomize=True,
            phases=(Phase.generate, Phase.shrink),
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return seen


def test_l8_nobody_meets_anywhere_what_they_may_not_read(scheme, papers_as_text):
    seen = play(scheme, 25)
    assert seen["sequences"] >= 25
    assert seen["mentor list met"] > 5


@pytest.mark.slow
def test_l8_two_thousand_sequences_and_no_leak(scheme, papers_as_text):
    seen = play(scheme, 2000)
    print(*(f"{what}: {times}" for what, times in sorted(seen.items())), sep="\n")  # noqa: T201 (figures, with -s)
    assert seen["sequences"] >= 2000
    both = [seen[f"{kind} {place} {how}"] for kind, place in OPEN_TO for how in ("met", "not met")]
    assert all(both), "a place at which nobody ever met, or missed, anything"
