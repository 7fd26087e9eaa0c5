"""What may be seen of a period's figures: sections with a finding, pictures, figures, and what is missing.

The dashboard, the CSV and the PDF all show these sections, and nothing else about people. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.reports.ledger import ledger
from evaluation.reports.sections import joining, passages, together
from evaluation.reports.sections.section import Section, Seen
from evaluation.turnover.figures import Figures

SECTIONS = (
    joining.volunteers_section,
    passages.volunteers_passage_section,
    joining.young_people_section,
    passages.young_people_passage_section,
    together.matches_section,
    together.sessions_section,
    together.dose_section,
    together.supervision_section,
    together.goals_section,
    together.endings_section,
)


@dataclass(frozen=True)
class Published:
    """All sections of one period; `seen` holds the counts as they may be seen, for whoever writes sentences."""

    figures: Figures
    seen: Seen
    sections: tuple[Section, ...]

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """(section, label, text) of every figure, as a spreadsheet gets them: facts, then each picture's table."""
        for section in self.sections:
            for label, text in section.facts:
                yield section.heading, label, text
            for chart in section.charts:
                for label, *texts in chart.rows:
                    yield section.heading, f"{chart.title}: {label}", ", ".join(filter(None, texts))


def published(figures: Figures, *, concerns: bool) -> Published:
    """The sections; without `concerns` the counts of concerns are left out, for those who may not know them."""
    seen = ledger(figures)
    makers = [*SECTIONS, *([together.concerns_section] if concerns else [])]
    return Published(figures, seen, tuple(make(figures, seen) for make in makers))
