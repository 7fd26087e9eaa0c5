"""Columns of the two long lists as files. What is not safe to use is marked in its own cell (S10). Pure."""

from datetime import date

from django.utils.timezone import localtime

from mentoring.web.sheets_out import Careful
from schemes.people.downloads.sheet import Column
from schemes.people.permissions import Permission


def here_since(person) -> date:
    return localtime(person.created_at).date()


def words(values) -> str:
    return ", ".join(str(value) for value in values or ())


def yes_no(value: bool | None) -> str:
    return {True: "Yes", False: "No"}.get(value, "")


def why_careful(young_person) -> str:
    """Why nobody should ring or write to them without reading their record first; "" where nothing speaks against."""
    if young_person.contact_seen_by.strip():
        return "somebody else sees it"
    return "read the note on their record" if young_person.contact_notes.strip() else ""


def careful_email(young_person):
    why = why_careful(young_person)
    why = why or ("asked for another way" if young_person.contact_how in {"text", "call"} else "")
    return Careful(young_person.email, why) if young_person.email and why else young_person.email


def careful_phone(young_person):
    why = why_careful(young_person)
    why = why or ("asked for an e-mail" if young_person.contact_how == "email" else "")
    return Careful(young_person.phone, why) if young_person.phone and why else young_person.phone


FIRST = (
    Column("Name", lambda person: person.name),
    Column("Reference", lambda person: person.ref),
    Column("Where they are", lambda person: person.get_state_display()),
    Column("Area", lambda person: person.area),
)
VOLUNTEER_COLUMNS = (
    *FIRST,
    Column("E-mail", lambda person: person.email),
    Column("Phone", lambda person: person.phone),
    Column("Date of birth", lambda person: person.born_on, Permission.PEOPLE_EDIT),
    Column("Free on", lambda person: words(person.free_times)),
    Column("Interests", lambda person: words(person.interests)),
    Column("How many young people", lambda person: person.capacity),
    Column("Supervisor", lambda person: person.supervisor.name if person.supervisor else ""),
    Column("On the list since", here_since),
)
YOUNG_PERSON_COLUMNS = (
    *FIRST,
    Column("E-mail", careful_email),
    Column("Phone", careful_phone),
    Column("Text this number?", lambda person: yes_no(person.may_text)),
    Column("Leave a message?", lambda person: yes_no(person.may_leave_message)),
    Column("Best way", lambda person: person.get_contact_how_display() if person.contact_how else ""),
    Column("Date of birth", lambda person: person.born_on, Permission.PEOPLE_EDIT),
    Column("Free on", lambda person: words(person.free_times), Permission.PEOPLE_EDIT),
    Column("Last said they want a mentor", lambda person: person.still_wants_mentor_on),
    Column("On the list since", here_since),
)
