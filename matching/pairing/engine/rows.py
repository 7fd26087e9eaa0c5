"""A mentor and a young person as matching reads them: plain rows in place of records. They have the names of the
record's own columns, so that the gate's facts and the sentences take either.

What is only read of somebody who is shown stays as the database keeps it (`…_kept`) and is opened when it is asked for:
for a whole scheme that opening costs more than everything else.
"""

import json
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from matching.pairing.models import traits_kept
from mentoring.fields import unseal


def read(people, row) -> list:
    """A queryset as rows of this class."""
    return [row(*values) for values in people.values_list(*map(_column, row._fields))]


def _column(name: str):
    if name == "traits":
        return traits_kept()
    return Cast(name.removesuffix("_kept"), TextField()) if name.endswith("_kept") else name


def _opened(name: str) -> property:
    return property(lambda row: json.loads(getattr(row, f"{name}_kept")))


def _unsealed(name: str) -> property:
    def words(row) -> list:
        kept = getattr(row, f"{name}_kept")
        return json.loads(unseal(kept)) if kept else []

    return property(words)


class MentorRow(NamedTuple):
    pk: object
    scheme_id: object
    ref: str
    user_id: object
    supervisor_id: object
    state: str
    name: str
    born_on: date | None
    area: str
    outcode: str
    gender: str
    is_peer: bool
    interests_kept: str
    strengths_kept: str
    free_times_kept: str
    languages_kept: str
    capacity: int
    role_statement_signed_on: date | None
    traits: bytes | None = None

    interests = _opened("interests")
    strengths = _opened("strengths")
    free_times = _opened("free_times")
    languages = _opened("languages")

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class MenteeRow(NamedTuple):
    pk: object
    ref: str
    user_id: object
    state: str
    name: str
    born_on: date | None
    area: str
    outcode: str
    care_status: str
    mentor_kind: str
    mentor_gender_wish: str
    background_wish: str
    not_from_kept: str
    interests_kept: str
    wants_help_with_kept: str
    free_times_kept: str
    languages_kept: str
    why_now_kinds_kept: str
    still_wants_mentor_on: date | None
    waiting_since: datetime | None
    traits: bytes | None = None

    not_from = _unsealed("not_from")
    interests = _opened("interests")
    wants_help_with = _opened("wants_help_with")
    free_times = _opened("free_times")
    languages = _opened("languages")
    why_now_kinds = _opened("why_now_kinds")

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class WishRow(NamedTuple):
    """What matching reads of a `Profile`."""

    not_from_kept: str
    mentor_age_wish: str
    communities_kept: str
    months: int | None
    knows_about_kept: str
    volunteer: object = None
    young_person: object = None

    not_from = _opened("not_from")
    communities = _unsealed("communities")
    knows_about = _opened("knows_about")
