"""How a list that is being looked through is shown: five heaps, a page at a time, each problem with its box."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from mentoring.web.wording import counted, listed
from schemes.recruitment.importing.forms import FIXABLE
from schemes.recruitment.importing.queries import BatchReading
from schemes.recruitment.models import ImportBatch
from schemes.recruitment.sheet_columns import VOLUNTEERS, YOUNG_PEOPLE
from schemes.recruitment.sheet_sorting import ANYWAY, ATTENTION, DUPLICATE, IMPORTED, SKIP, SKIPPED, Row

PER_PAGE = 50
WORDS = {VOLUNTEERS: ("volunteer",), YOUNG_PEOPLE: ("young person", "young people")}
HEAPS = (
    ("attention", "Need you"),
    ("ready", "Ready to come in"),
    ("duplicates", "Here already or twice"),
    ("skipped", "Left out"),
    ("in", "Came in"),
)


@dataclass(frozen=True)
class Heap:
    """One tab. `key` stands in the address."""

    key: str
    label: str
    count: int
    active: bool


@dataclass(frozen=True)
class Box:
    """One value that can be put right."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class ShownRow:
    row: Row
    boxes: tuple[Box, ...]
    decided: bool
    is_in: bool = False

    @property
    def pass_words(self) -> str:
        """What letting it in as it is would mean."""
        without = [box.label for box in self.boxes]
        return f"Let in without {listed(without)}" if without else "Let in as it is"

    @property
    def same_as(self) -> str:
        if self.row.outcome != DUPLICATE:
            return ""
        if self.is_in:
            return f"Came in as {self.row.of_ref}"
        return (
            f"Same as {self.row.of_ref}, who is here already" if self.row.of_ref else f"Same as line {self.row.of_line}"
        )

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Buttons beside a row that needs nothing put right."""
        if self.row.outcome == SKIPPED:
            return [("undo", "Take back in")]
        if self.row.outcome == IMPORTED:
            return [("undo", "As the file has it")] * self.decided + [(SKIP, "Leave out")]
        return [(ANYWAY, "It is somebody else")] if self.row.may_pass else []

    @property
    def summary(self) -> str:
        """What was read, as people say it."""
        person = self.row.person
        born = f"Born {person.born_on.day} {person.born_on:%B %Y}" if person.born_on else ""
        return " · ".join(part for part in (born, person.email, person.phone, person.area) if part)

    @property
    def history(self) -> str:
        """What the list claims of checks and training, to be confirmed."""
        claimed = "; ".join(row.words for row in self.row.person.history)
        return f"To be confirmed: {claimed}" if claimed else ""


@dataclass(frozen=True)
class Preview:
    heaps: tuple[Heap, ...]
    heap: str
    rows: Sequence[ShownRow]
    page: Page
    ready: int
    bring_in: str
    total: int
    blank: int
    notes: tuple[str, ...]


def preview(found: BatchReading, batch: ImportBatch, *, heap: str, number: str) -> Preview:
    """What the page shows. `heap` and `number` come from the address and may hold anything."""
    rows = {
        "attention": found.rows(ATTENTION),
        "ready": found.rows(IMPORTED),
        "duplicates": found.rows(DUPLICATE),
        "skipped": found.rows(SKIPPED),
        "in": found.brought_in,
    }
    heap = heap if heap in rows else next((key for key, _ in HEAPS if rows[key]), "ready")
    page = Paginator(rows[heap], PER_PAGE).get_page(number)
    heaps = tuple(Heap(key, label, len(rows[key]), key == heap) for key, label in HEAPS if rows[key] or key == heap)
    shown = [ShownRow(row, boxes(row, batch), str(row.line) in batch.decisions, heap == "in") for row in page]
    reading, ready = found.reading, len(rows["ready"])
    bring_in = f"Bring in {counted(ready, *WORDS[batch.kind])}"
    return Preview(heaps, heap, shown, page, ready, bring_in, len(reading.rows), reading.blank, reading.notes)


def boxes(row: Row, batch: ImportBatch) -> tuple[Box, ...]:
    """A box for each value that is wrong, holding what was typed last, else what the file says."""
    fixes = batch.decisions.get(str(row.line), {}).get("fixes", {})
    wrong = {problem.field: problem for problem in row.problems if problem.field in FIXABLE}
    wrong = {name: problem for name, problem in wrong.items() if problem.code != "maybe-same"}
    return tuple(Box(name, problem.column, fixes.get(name, problem.read)) for name, problem in wrong.items())
