"""Words as bits: what two people share is one AND and a count of bits, for any number of pairs at once. Pure."""

from dataclasses import dataclass

import numpy as np

from matching.pairing.engine.known import Words

BITS = 64


@dataclass(frozen=True)
class Tags:
    """`masks`: people × words of 64 bits; `counts`: how many different words each person wrote, known or not."""

    masks: np.ndarray
    counts: np.ndarray

    @property
    def given(self) -> np.ndarray:
        return self.counts > 0


def tags_of(offered: Words, wanted: Words) -> tuple[Tags, Tags]:
    """Each word that is wanted is a bit. Words that are only offered can never be shared and get none."""
    known = np.unique(wanted.numbers)
    bits = np.searchsorted(known, offered.numbers)
    here = np.append(known, 0)[bits] == offered.numbers
    width = max(1, -(-len(known) // BITS))
    found = _masks(offered.owner[here], bits[here], len(offered.counts), width)
    asked = _masks(wanted.owner, np.searchsorted(known, wanted.numbers), len(wanted.counts), width)
    return Tags(found, offered.counts), Tags(asked, wanted.counts)


def _masks(owner: np.ndarray, bits: np.ndarray, people: int, width: int) -> np.ndarray:
    masks = np.zeros(people * width, dtype=np.uint64)
    one = np.uint64(1) << (bits % BITS).astype(np.uint64)
    np.bitwise_or.at(masks, owner * width + bits // BITS, one)
    return masks.reshape(people, width)


def shared_counts(left: Tags, rows: np.ndarray, right: Tags, cols: np.ndarray) -> np.ndarray:
    """How many words the person of each row shares with the person of the column beside it."""
    found = np.bitwise_count(left.masks[rows, 0] & right.masks[cols, 0]).astype(np.int64)
    for word in range(1, left.masks.shape[1]):
        found += np.bitwise_count(left.masks[rows, word] & right.masks[cols, word])
    return found
