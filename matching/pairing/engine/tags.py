"""Words as bits: what two people share is one AND and a count of bits, for any number of pairs at once. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matching.pairing.criteria.words import plain

WORD = 64
FULL = (1 << WORD) - 1


@dataclass(frozen=True)
class Tags:
    """`masks`: people × words of 64 bits; `counts`: how many different words each person wrote, known or not."""

    masks: np.ndarray
    counts: np.ndarray

    @property
    def given(self) -> np.ndarray:
        return self.counts > 0


class Vocabulary:
    """The words of one side, each a bit. Words that only the other side writes can never be shared and get none."""

    def __init__(self, lists: Iterable[Iterable[str]]):
        self.bits: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        for words in lists:
            for word in words:
                if key := self._key(word):
                    self.bits.setdefault(key, len(self.bits))

    def _key(self, word: str) -> str:
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = plain(word)
        return found

    def tags(self, lists: Iterable[Iterable[str]]) -> Tags:
        masks, counts, key, bits = [], [], self._key, self.bits
        for words in lists:
            keys = {key(word) for word in words}
            keys.discard("")
            mask = 0
            for one in keys:
                if one in bits:
                    mask |= 1 << bits[one]
            masks.append(mask)
            counts.append(len(keys))
        return Tags(self._in_words(masks), np.array(counts, dtype=np.int64))

    def _in_words(self, masks: list[int]) -> np.ndarray:
        width = max(1, -(-len(self.bits) // WORD))
        if width == 1:
            return np.array(masks, dtype=np.uint64).reshape(len(masks), 1)
        split = [[(mask >> (WORD * place)) & FULL for place in range(width)] for mask in masks]
        return np.array(split, dtype=np.uint64).reshape(len(masks), width)


def shared_counts(left: Tags, rows: np.ndarray, right: Tags, cols: np.ndarray) -> np.ndarray:
    """How many words the person of each row shares with the person of the column beside it."""
    found = np.bitwise_count(left.masks[rows, 0] & right.masks[cols, 0]).astype(np.int64)
    for word in range(1, left.masks.shape[1]):
        found += np.bitwise_count(left.masks[rows, word] & right.masks[cols, word])
    return found
