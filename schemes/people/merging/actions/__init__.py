"""Writes about people held twice: pairs are found, parted, or put together; within a day taken apart again."""

from schemes.people.merging.actions.merging import merge_undo, person_merge
from schemes.people.merging.actions.pairs import pair_part, pairs_refresh

__all__ = ["merge_undo", "pair_part", "pairs_refresh", "person_merge"]
