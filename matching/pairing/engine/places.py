"""Where people live, by the few different places there are: every distance is worked out once. Pure.

A place is the first half of a postcode with the name of an area; the rules are those of `criteria.places`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.pairing.criteria.outcodes import EARTH_KM, middles, tidy
from matching.pairing.criteria.places import CLOSE_KM, FAR_KM
from matching.pairing.criteria.words import plain


@dataclass(frozen=True)
class Places:
    """`mentor`, `mentee`: number of each person's place. Tables by mentors' places × young people's places: `km` (nan:
    not known), `fits` (nan: not known), `near` (1 round here, 0 not, -1 not known)."""

    mentor: np.ndarray
    mentee: np.ndarray
    km: np.ndarray
    fits: np.ndarray
    near: np.ndarray


def places_of(mentors: Sequence, mentees: Sequence) -> Places:
    """Of people with `outcode` and `area`."""
    mentor, here = _numbered(mentors)
    mentee, there = _numbered(mentees)
    km = _kilometres([outcode for outcode, _ in here], [outcode for outcode, _ in there])
    same = _same([area for _, area in here], [area for _, area in there])
    by_km = np.clip((FAR_KM - km) / (FAR_KM - CLOSE_KM), 0, 1)
    unknown = np.isnan(km)
    fits = np.where(unknown, same, by_km)
    close = ~unknown & (np.nan_to_num(km, nan=np.inf) <= CLOSE_KM)
    near = np.where(unknown & np.isnan(same), -1, (same == 1) | close)
    return Places(mentor, mentee, km, fits, near)


def _numbered(people: Sequence) -> tuple[np.ndarray, list[tuple[str, str]]]:
    raw: dict[tuple[str, str], int] = {}
    numbers = np.array([raw.setdefault((one.outcode, one.area), len(raw)) for one in people], dtype=np.int64)
    return numbers, [(tidy(outcode), plain(area)) for outcode, area in raw]


def _points(outcodes: Sequence[str]) -> np.ndarray:
    known, nowhere = middles(), (np.nan, np.nan, np.nan)
    return np.array([known.get(outcode, nowhere) for outcode in outcodes], dtype=float).reshape(-1, 3)


def _kilometres(here: Sequence[str], there: Sequence[str]) -> np.ndarray:
    apart = _points(here)[:, None, :] - _points(there)[None, :, :]
    chord = np.sqrt((apart**2).sum(axis=2))
    return 2 * EARTH_KM * np.arcsin(np.minimum(1, chord / 2))


def _same(here: Sequence[str], there: Sequence[str]) -> np.ndarray:
    """1 of one name, 0 not, nan where one has none."""
    one, other = np.array(here, dtype=object)[:, None], np.array(there, dtype=object)[None, :]
    same = (one == other).astype(float).reshape(len(here), len(there))
    same[((one == "") | (other == "")).reshape(same.shape)] = np.nan
    return same
