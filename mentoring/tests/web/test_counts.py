"""Counts of long lists are kept for half a minute; those of short ones never (performance G11)."""

from mentoring.web import counts


def counted(monkeypatch, rows, seconds_later=1):
    """How often a list of so many rows is counted when it is looked at twice."""
    now, asked = [1000.0], []
    monkeypatch.setattr(counts, "_kept", {})
    monkeypatch.setattr(counts.time, "monotonic", lambda: now[0])
    for _ in range(2):
        found = counts.counts_of(("list", 1), lambda: asked.append(1) or {"waiting": rows})
        assert found == {"waiting": rows}
        now[0] += seconds_later
    return len(asked)


def test_a_short_list_is_counted_each_time_it_is_looked_at(monkeypatch):
    assert counted(monkeypatch, rows=5_000) == 2


def test_a_long_list_is_counted_once_in_half_a_minute(monkeypatch):
    assert counted(monkeypatch, rows=5_001) == 1
    assert counted(monkeypatch, rows=5_001, seconds_later=31) == 2
