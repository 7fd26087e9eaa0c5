"""What many people told us, unpacked into columns all at once. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.pairing.engine.packing import HEAD, LISTS

WIDTH = len(HEAD) + len(LISTS)


@dataclass(frozen=True)
class Words:
    """`owner`: whose word it is, by place, in order; `numbers`: the word's number, never nought; `counts`: how many
    each person has. Nobody has one word twice."""

    owner: np.ndarray
    numbers: np.ndarray
    counts: np.ndarray


class Known:
    """`packed`: each person's, as `engine.packing` makes it."""

    def __init__(self, packed: Sequence[bytes]):
        self.packed = packed
        self._numbers = np.frombuffer(b"".join(packed), dtype=np.int64)
        sizes = np.fromiter(map(len, packed), dtype=np.int64, count=len(packed)) // self._numbers.itemsize
        self._starts = np.cumsum(sizes) - sizes
        self._head = self._numbers[self._starts + np.arange(WIDTH)[:, None]]  # each column in one piece

    def __len__(self) -> int:
        return len(self.packed)

    def column(self, name: str) -> np.ndarray:
        """One number of each person; a name of HEAD."""
        return self._head[HEAD.index(name)]

    def counts(self, name: str) -> np.ndarray:
        """How many different words each person wrote; a name of LISTS."""
        return self._head[len(HEAD) + LISTS.index(name)]

    def words(self, name: str) -> Words:
        """Every word of one list, person after person."""
        counts, place = self.counts(name), LISTS.index(name)
        begins = self._starts + WIDTH + self._before[place]
        ends = np.cumsum(counts)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
        numbers = self._numbers[np.repeat(begins, counts) + within]
        return Words(np.repeat(np.arange(len(self)), counts), numbers, counts)

    @cached_property
    def _before(self) -> np.ndarray:
        """How many words stand before each list, within what one person wrote."""
        counts = self._head[len(HEAD) :]
        return np.cumsum(counts, axis=0) - counts
