"""Reads of a volunteer's history: what is known, what is still to be asked about (S9)."""

from datetime import date

from schemes.recruitment.history.gaps import NOTHING_YET, Span, asked_since, gap_sentence, gaps, span_words
from schemes.recruitment.models import OverseasStay


def known_spans(volunteer) -> list[tuple[date, date | None]]:
    """Spans that somebody has said something about: lines of the history, and gaps that were explained."""
    spells = volunteer.history_spells.values_list("from_on", "to_on")
    return [*spells, *volunteer.gaps_explained.values_list("from_on", "to_on")]


def open_gaps(volunteer, today: date) -> list[Span]:
    """Gaps nobody has explained yet, oldest first."""
    return gaps(known_spans(volunteer), asked_since(today, volunteer.born_on), today)


def history_gaps_open(volunteer, today: date) -> list[str]:
    """A sentence for each gap that nobody has explained; one sentence where nothing is written down at all."""
    known = known_spans(volunteer)
    if not known:
        return [NOTHING_YET]
    return [gap_sentence(gap) for gap in gaps(known, asked_since(today, volunteer.born_on), today)]


def overseas_stays(volunteer, today: date | None = None) -> list[OverseasStay]:
    """Times lived abroad, oldest first; with `today`, those of the last five years only."""
    stays = volunteer.overseas_stays.all()
    if today is None:
        return list(stays)
    since = asked_since(today)
    return [stay for stay in stays if stay.to_on is None or stay.to_on >= since]


def history_lines(volunteer) -> list[dict]:
    """What is known in time order: lines they wrote and gaps that were explained, with who wrote them down."""
    lines = [
        {"first": spell.from_on, "when": span_words(spell.from_on, spell.to_on), "what": spell.words,
         "kind": spell.get_kind_display(), "who": ""}
        for spell in volunteer.history_spells.all()
    ]  # fmt: skip
    lines += [
        {"first": gap.from_on, "when": span_words(gap.from_on, gap.to_on), "what": gap.words,
         "kind": "A gap, explained", "who": str(gap.by)}
        for gap in volunteer.gaps_explained.select_related("by")
    ]  # fmt: skip
    return sorted(lines, key=lambda line: line["first"])
