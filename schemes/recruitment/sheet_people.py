"""One line of a sheet becomes one person, with what is wrong and what was tidied (S9, S10).

A *problem* keeps the line out until a person decides. Where leaving the value out loses nothing else, the line may
come in without it (`may_pass`) and the words stay in `kept`. A *note* tells of tidying that lost nothing.
What the sheet says of checks, references, training and consent is kept in its own words and trusted for nothing: it
becomes rows to be confirmed at most (`sheet_history`), and only a young person gives consent.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from schemes.recruitment import sheet_values as values
from schemes.recruitment.sheet_columns import VOLUNTEERS, YOUNG_PEOPLE
from schemes.recruitment.sheet_dates import ReadDate, age_on, read_birth_date, read_date
from schemes.recruitment.sheet_history import PastRow, read_history

AGES = {VOLUNTEERS: range(16, 100), YOUNG_PEOPLE: range(10, 31)}
CONTACT_NOTES, REFERRER = 200, 120  # letters that fit
WORDS_ONLY = (
    *("known_as", "pronouns", "postcode", "address", "dbs_type", "dbs_on", "dbs_number", "dbs_expires", "references"),
    *("reference_1", "reference_2", "training", "training_on", "training_hours", "notes", "consent"),
)
FIELD_WORDS = {
    "name": "Name",
    "first_name": "First name",
    "surname": "Surname",
    "born_on": "Date of birth",
    "email": "E-mail",
    "phone": "Phone",
    "capacity": "How many young people",
    "referred_on": "Date referred",
}


@dataclass(frozen=True)
class Problem:
    """`column` is the sheet's own heading; `read` what stood there; `sentence` says what is wrong and what helps."""

    code: str
    field: str
    column: str
    read: str
    sentence: str
    may_pass: bool = True


@dataclass(frozen=True)
class Person:
    """What one line says of one person. Empty text, an empty tuple and None all mean: not said."""

    first_name: str = ""
    surname: str = ""
    born_on: dt.date | None = None
    email: str = ""
    phone: str = ""
    area: str = ""
    gender: str = ""
    interests: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    care_experience: bool | None = None
    capacity: int | None = None
    status: str = ""
    referred_by: str = ""
    referred_on: dt.date | None = None
    consent: str = ""
    mentor_type: str = ""
    preference: tuple[str, str] = ("", "")
    help_with: tuple[str, ...] = ()
    contact_notes: str = ""
    history: tuple[PastRow, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.surname}".strip()


@dataclass(frozen=True)
class ReadPerson:
    person: Person
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


class _Reading:
    """Collects what one line says; lives only inside `read_person`."""

    def __init__(self, texts: Mapping[str, str], headings: Mapping[str, str]):
        self.texts, self.headings = texts, headings
        self.found: dict[str, object] = {}
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.kept: list[tuple[str, str]] = []

    def column(self, field: str) -> str:
        return self.headings.get(field) or FIELD_WORDS.get(field, field)

    def problem(self, code: str, field: str, why: str, may_pass: bool = True) -> None:
        read = values.tidy(self.texts.get(field, ""))
        said = f"{self.column(field)} “{read[:80]}” {why}." if read else f"{self.column(field)} {why}."
        self.problems.append(Problem(code, field, self.column(field), read, said, may_pass))

    def keep(self, field: str) -> None:
        if text := values.tidy(self.texts.get(field, "")):
            self.kept.append((self.column(field), text))

    def take(self, field: str, reader: Callable[[str], values.Read | ReadDate], code: str = "") -> None:
        """A value if there is one; otherwise a problem called `code`, or without a code the words kept and noted."""
        text = self.texts.get(field, "")
        if values.is_not_known(text):
            if values.tidy(text):
                self.notes.append(f"{self.column(field)} “{values.tidy(text)}” was read as not known")
            return
        if values.is_formula(text):
            self.keep(field)
            return
        read = reader(text)
        value = read.day if isinstance(read, ReadDate) else read.value
        if value is None:
            self.keep(field)
            if code:
                self.problem(code, field, read.why)
            else:
                self.notes.append(f"{self.column(field)} “{values.tidy(text)}” {read.why} and was kept in words")
            return
        self.found[field] = value
        if read.note:
            self.notes.append(f"{self.column(field)}: {read.note}")
            self.keep(field)


def read_person(
    texts: Mapping[str, str], headings: Mapping[str, str], *, kind: str, today: dt.date, extras: tuple = ()
) -> ReadPerson:
    """`texts` field → cell, `headings` field → heading, `extras` ((heading, cell), …) of columns nobody knows."""
    reading = _Reading(texts, headings)
    _formulas(reading, extras)
    _name(reading, kind)
    _birth(reading, kind, today)
    reading.take("email", values.read_email, "email")
    reading.take("phone", values.read_phone, "phone")
    reading.take("area", values.read_place)
    reading.take("gender", values.read_gender)
    reading.take("interests", values.read_list)
    reading.take("availability", values.read_times)
    (_volunteer if kind == VOLUNTEERS else _young_person)(reading, today)
    for field in WORDS_ONLY:
        reading.keep(field)
    kept = reading.kept + [(heading, values.tidy(text)) for heading, text in extras if values.tidy(text)]
    person = Person(**reading.found, kept=tuple(dict.fromkeys(kept)))
    return ReadPerson(person, tuple(reading.problems), tuple(reading.notes))


def _formulas(reading: _Reading, extras: tuple) -> None:
    """A formula is never run and never guessed at; a person looks at it (a sheet can carry one on purpose)."""
    why = "is a formula, not words; it was not run. It can come in as plain words, kept beside the person"
    for field, text in reading.texts.items():
        if values.is_formula(text):
            reading.problem("formula", field, why, may_pass=field not in {"name", "first_name", "surname"})
    for heading, text in extras:
        if values.is_formula(text):
            read = values.tidy(text)
            reading.problems.append(Problem("formula", "", heading, read, f"{heading} “{read[:80]}” {why}."))


def _name(reading: _Reading, kind: str) -> None:
    """Young people are often known to a list by a first name only; a volunteer's checks need the whole name."""
    apart = (reading.texts.get("first_name", ""), reading.texts.get("surname", ""))
    if any(values.tidy(part) for part in apart):
        field, text = "first_name", ", ".join((apart[1].replace(",", " "), apart[0].replace(",", " ")))
    else:
        field, text = "name", reading.texts.get("name", "")
        field = field if "name" in reading.headings else "first_name"
    if values.is_not_known(text.strip(" ,")):
        reading.problem("no-name", field, "is missing; a line needs a name", may_pass=False)
        return
    if values.is_formula(text):
        return
    read = values.read_name(text)
    if read.value is None:
        reading.problem("name", field, read.why, may_pass=False)
        return
    reading.found["first_name"], reading.found["surname"] = read.value
    if read.note and field == "name":
        reading.notes.append(f"{reading.column(field)}: {read.note}")
    if not read.value[1] and kind == VOLUNTEERS:
        reading.problem("first-name-only", field, "is only one name; checks need the whole name")


def _birth(reading: _Reading, kind: str, today: dt.date) -> None:
    if values.is_not_known(reading.texts.get("born_on", "")):
        reading.problem("no-birth-date", "born_on", "is missing; ages decide who can be matched and who must agree")
        return
    ages = AGES[kind]
    reading.take("born_on", lambda text: read_birth_date(text, today=today, ages=ages), "birth-date")
    born_on = reading.found.get("born_on")
    if born_on and kind == VOLUNTEERS and age_on(born_on, today) in range(16, 18):
        reading.notes.append(f"{reading.column('born_on')}: under 18")
    if born_on and age_on(born_on, today) not in ages:
        who = "A volunteer is" if kind == VOLUNTEERS else "A young person on this list is"
        why = f"would make this person {age_on(born_on, today)}. {who} {ages.start} to {ages.stop - 1}"
        reading.problem("age", "born_on", why, may_pass=False)
        del reading.found["born_on"]


def _volunteer(reading: _Reading, today: dt.date) -> None:
    reading.found["history"] = read_history(reading.texts, today=today)
    reading.take("care_experience", values.read_yes_no)
    reading.take("capacity", values.read_capacity, "capacity")
    if values.is_not_known(reading.texts.get("capacity", "")):
        reading.notes.append(f"{reading.column('capacity')}: not said; taken as 1 until somebody asks")


def _young_person(reading: _Reading, today: dt.date) -> None:
    reading.take("status", lambda text: values.read_choice(text, values.STATUSES))
    reading.take("referred_on", lambda text: read_date(text, today=today), "referred-date")
    reading.take("consent", lambda text: values.read_choice(text, values.CONSENT))
    reading.take("mentor_type", lambda text: values.read_choice(text, values.MENTOR_TYPES))
    reading.take("help_with", values.read_list)
    if reading.found.get("consent") in {"no", "not asked"}:
        said = reading.texts["consent"].strip()
        reading.notes.append(f"{reading.column('consent')} “{said}”: comes in as referred; ask the young person first")
    reading.take("preference", values.read_preference)
    for field, most in (("contact_notes", CONTACT_NOTES), ("referred_by", REFERRER)):
        reading.take(field, lambda text, most=most: values.read_words(text, most))


def without(person: Person, field: str) -> Person:
    """The same person with one text taken out of its place and kept in words."""
    kept = (*person.kept, (FIELD_WORDS[field], getattr(person, field)))
    return replace(person, **{field: ""}, kept=kept)
