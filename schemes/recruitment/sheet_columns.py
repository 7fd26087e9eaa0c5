"""Which column of a co-ordinator's sheet says what (S9, S10).

Headings are compared without case, accents, spaces and punctuation, so "D.O.B", "Date of birth (dd/mm/yy)" and
"DOB*" are one. Of two columns for the same thing the one named earlier in the table below is read; the other, and
every column we do not know, is kept word for word beside the person.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemes.recruitment.sheet_files import Line, SheetError, Table

VOLUNTEERS, YOUNG_PEOPLE = "volunteers", "young-people"
KINDS = (VOLUNTEERS, YOUNG_PEOPLE)
KIND_WORDS = {VOLUNTEERS: "volunteers", YOUNG_PEOPLE: "young people"}
HEADING_WITHIN = 40  # lines at the top of a sheet that may come before its headings

WHOSE = re.compile(
    r"^\s*(volunteer|mentor|mentee|yp|young person|young people|client|your|their)(['’]?s|s['’])?\s+", re.I
)

COMMON: Mapping[str, str] = {
    "name": "fullname name names nameinfull volunteername volunteer mentorname mentor youngpersonname youngpersonsname"
    " youngperson yp ypname nameofvolunteer nameofyoungperson mentee menteename person contactname who",
    "first_name": "firstname firstnames forename forenames givenname givennames christianname first",
    "surname": "surname lastname familyname secondname last",
    "known_as": "knownas preferredname nickname likestobecalled calls",
    "born_on": "dateofbirth dob birthdate birthday dateborn born birth dobirth dateofbirthdob",
    "email": "email emailaddress emailaddr mail electronicmail contactemail homeemail emailadress",
    "phone": "mobile mobileno mobilenumber mobilephone mobiletel mob mobno cell cellphone phone phoneno phonenumber tel"
    " telno telephone telephoneno telephonenumber contactnumber contactno contacttel contact number hometel homephone",
    "area": "area town towncity citytown city location district borough localauthority la place locality lives livesin"
    " wheretheylive whereabouts region council",
    "postcode": "postcode postalcode pcode zip postcodearea",
    "address": "address homeaddress fulladdress addressline1 postaladdress",
    "gender": "gender sex genderidentity mf",
    "pronouns": "pronouns pronoun",
    "interests": "interests likes hobbies hobbiesinterests interestshobbies interestsandhobbies hobbiesandinterests"
    " likesdoing interest thingstheylike activities",
    "availability": "free availability available whenfree freewhen timesfree days times whenavailable cando freetimes",
    "notes": "notes note comments comment othernotes remarks anythingelse otherinformation otherinfo misc",
}
ONLY: Mapping[str, Mapping[str, str]] = {
    VOLUNTEERS: {
        "care_experience": "careexperience careexp careexperienced experienceofcare beenincare incare livedexperience"
        " careleaver peermentor",
        "capacity": "howmanyyp capacity howmanyyoungpeople howmany howmanymentees maxyp maxmentees noofyp numberofyp"
        " noofmentees places maxmatches mentees",
        "dbs_type": "dbstype dbslevel levelofdbs typeofdbs dbs dbscheck dbsstatus crb pvg",
        "dbs_on": "dbsdate dateofdbs dbsissued dbsissuedate crbdate pvgdate",
        "dbs_number": "dbsno dbsnumber dbscertificate dbscertificateno dbscertificatenumber dbsref crbno pvgno",
        "dbs_expires": "dbsexpiry dbsexpires dbsexpirydate dbsexp dbsrenewal dbsrenewaldate dbsdue dbsduedate"
        " dbsvaliduntil crbexpiry pvgexpiry",
        "reference_1": "reference1 ref1 reference1received ref1received reference1date ref1date firstreference"
        " firstreferencereceived referenceonereceived referenceone",
        "reference_2": "reference2 ref2 reference2received ref2received reference2date ref2date secondreference"
        " secondreferencereceived referencetworeceived referencetwo",
        "references": "refs references reference referees refsin referencesreceived",
        "training_on": "trainingdate dateoftraining datetrained trainedon trainingcompleted trainingcompletedon"
        " dateoftrainingcompleted inductiondate",
        "training_hours": "traininghours hoursoftraining hourstrained hourstraining",
        "training": "training trained trainingdone trainingstatus course inductiontraining trainingcourse coursename",
    },
    YOUNG_PEOPLE: {
        "status": "status carestatus legalstatus leavingcarestatus careleaverstatus careleaver category",
        "referred_by": "referredby referrer referral referralsource referredfrom whoreferred source agency",
        "referred_on": "datereferred referraldate dateofreferral referredon referreddate datereceived",
        "consent": "consent consentgiven agreed youngpersonsconsent ypconsent consented",
        "mentor_type": "mentortype typeofmentor peerorolder kindofmentor peeror traditional peertraditional",
        "preference": "pref preference preferences mentorpreference mentorpref wantsmentor prefers",
        "help_with": "wantshelpwith helpwith needs supportneeded goals wantstodo helpneeded whatfor supportneeds",
        "contact_notes": "contactnotes howtocontact contactprefs contactpreference besttocontact besttimetocall",
    },
}


@dataclass(frozen=True)
class Columns:
    """Where the headings stand and which column (from 0) holds which field."""

    line: int
    headings: tuple[str, ...]
    places: tuple[tuple[str, int], ...]

    @property
    def by_field(self) -> dict[str, int]:
        return dict(self.places)


def heading_key(heading: str) -> str:
    """ "Date of birth (dd/mm/yy) *" → "dateofbirth"."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", heading) or heading)
    return re.sub(r"[^a-z0-9]", "", plain.casefold())


def heading_keys(heading: str) -> list[str]:
    """Ways to understand a heading, surest first: "Volunteer DOB/Age" as a whole, in parts, without "volunteer"."""
    parts = [heading, *re.split(r"/|&|,|\bor\b|\band\b", heading)]
    return [heading_key(part) for part in (*parts, *(WHOSE.sub("", part) for part in parts))]


def fields_of(kind: str) -> dict[str, list[str]]:
    """Every field of that kind of sheet with the headings it answers to, best first."""
    return {name: words.split() for name, words in {**COMMON, **ONLY[kind]}.items()}


def find_columns(table: Table, kind: str) -> Columns | None:
    """The line near the top that names most columns; None when no line names people."""
    top = [line for line in table.lines if not line.is_blank][:HEADING_WITHIN]
    found = [(len(places), line) for line in top if _names_people(places := _places(line.cells, kind), line)]
    if not found:
        return None
    line = max(found, key=lambda pair: pair[0])[1]
    headings = tuple(" ".join(cell.split()) for cell in line.cells)
    return Columns(line.number, headings, tuple(sorted(_places(line.cells, kind).items(), key=lambda place: place[1])))


def _places(cells: Sequence[str], kind: str) -> dict[str, int]:
    keys = [heading_keys(cell) for cell in cells]
    places: dict[str, int] = {}
    for depth in range(max(map(len, keys), default=0)):
        for name, words in fields_of(kind).items():
            left = [(i, ways[depth]) for i, ways in enumerate(keys) if depth < len(ways) and i not in places.values()]
            ranked = [(words.index(key), i) for i, key in left if key in words]
            if ranked and name not in places:
                places[name] = min(ranked)[1]
    return places


def _names_people(places: Mapping[str, int], line: Line) -> bool:
    alone = sum(1 for cell in line.cells if cell.strip()) == 1
    return bool({"name", "first_name", "surname"} & places.keys()) and (
        len(places) >= 2 or (alone and "name" in places)
    )


def choose_table(tables: Sequence[Table], kind: str) -> tuple[Table, Columns]:
    """The table whose headings say most. Raises SheetError when none does, or when it lists the other kind."""
    found = [(table, columns) for table in tables if (columns := find_columns(table, kind))]
    if not found:
        raise SheetError(
            "No heading row was found. One of the first rows must name the columns, and one of them must be “Name” "
            "(or “First name” and “Surname”)."
        )
    table, columns = max(found, key=lambda pair: len(pair[1].places))
    other = next(k for k in KINDS if k != kind)
    own, others = _only(table, columns, kind), _only(table, columns, other)
    if len(others - own) >= 2 and not own - others:
        raise SheetError(
            f"The headings are those of a list of {KIND_WORDS[other]}, not of {KIND_WORDS[kind]}. "
            "Choose the other kind of list."
        )
    return table, columns


def _only(table: Table, columns: Columns, kind: str) -> set[int]:
    """Columns that only this kind of list has."""
    line = next(line for line in table.lines if line.number == columns.line)
    return {place for name, place in _places(line.cells, kind).items() if name in ONLY[kind]}
