"""Where people live, by the few different places there are: every distance is worked out once. Pure.

A place is the first half of a postcode with the name of an area; the rules are those of `criteria.places`.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from matching.pairing.criteria.outcodes import EARTH_KM, middles
from matching.pairing.criteria.places import CLOSE_KM, FAR_KM
from matching.pairing.engine.known import Known
from matching.pairing.engine.packing import outcode_number


@dataclass(frozen=True)
class Places:
    """`mentor`, `mentee`: number of each person's place. Tables by mentors' places × young people's places: `km` (nan:
    not known), `fits` (nan: not known), `near` (1 round here, 0 not, -1 not known)."""

    mentor: np.ndarray
    mentee: np.ndarray
    km: np.ndarray
    fits: np.ndarray
    near: np.ndarray


def places_of(mentors: Known, mentees: Known) -> Places:
    mentor, here = _numbered(mentors)
    mentee, there = _numbered(mentees)
    km = _kilometres(mentors.column("outcode")[here], mentees.column("outcode")[there])
    same = _same(mentors.column("area")[here], mentees.column("area")[there])
    by_km = np.clip((FAR_KM - km) / (FAR_KM - CLOSE_KM), 0, 1)
    unknown = np.isnan(km)
    fits = np.where(unknown, same, by_km)
    close = ~unknown & (np.nan_to_num(km, nan=np.inf) <= CLOSE_KM)
    near = np.where(unknown & np.isnan(same), -1, (same == 1) | close)
    return Places(mentor, mentee, km, fits, near)


def _numbered(people: Known) -> tuple[np.ndarray, np.ndarray]:
    """(number of each person's place, somebody who lives in each place)."""
    _, somebody, numbers = np.unique(people.column("place"), return_index=True, return_inverse=True)
    return numbers, somebody


@cache
def _middles() -> dict[int, tuple[float, float, float]]:
    return {outcode_number(outcode): point for outcode, point in middles().items()}


def _points(outcodes: np.ndarray) -> np.ndarray:
    known, nowhere = _middles(), (np.nan, np.nan, np.nan)
    return np.array([known.get(outcode, nowhere) for outcode in outcodes.tolist()], dtype=float).reshape(-1, 3)


def _kilometres(here: np.ndarray, there: np.ndarray) -> np.ndarray:
    apart = _points(here)[:, None, :] - _points(there)[None, :, :]
    chord = np.sqrt((apart**2).sum(axis=2))
    return 2 * EARTH_KM * np.arcsin(np.minimum(1, chord / 2))


def _same(here: np.ndarray, there: np.ndarray) -> np.ndarray:
    """1 of one name, 0 not, nan where one has none."""
    one, other = here[:, None], there[None, :]
    return np.where((one == 0) | (other == 0), np.nan, one == other)
