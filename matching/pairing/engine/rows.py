"""A mentor and a young person as matching reads them: plain rows in place of records, which would also unseal what
nobody asks for here. They have the names of the record's own columns, so that the gate's facts take either."""

from datetime import date, datetime
from typing import NamedTuple


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
    interests: list
    strengths: list
    free_times: list
    languages: list
    capacity: int
    role_statement_signed_on: date | None

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
    not_from: list
    interests: list
    wants_help_with: list
    free_times: list
    languages: list
    why_now_kinds: list
    still_wants_mentor_on: date | None
    waiting_since: datetime | None

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref
