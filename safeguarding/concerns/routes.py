"""To whom a concern goes: by the age of the young person on the day, and by the law of the nation. Pure.

A child until the 18th birthday in all four nations. Unsure: as a child, which is the safer mistake. What is said here
is what a lead is reminded of; they decide, and say why where they decide otherwise.

Sources. England: Children Act 1989 s47, Working Together to Safeguard Children 2023, Care Act 2014 s42 and its guidance
14.120 ff. (people in positions of trust). Wales: Social Services and Well-being (Wales) Act 2014 ss128 and 130, Wales
Safeguarding Procedures section 5. Scotland: National Guidance for Child Protection in Scotland 2021, Adult Support and
Protection (Scotland) Act 2007 ss4 and 53. Northern Ireland: Children (NI) Order 1995 art 66, Co-operating to Safeguard
Children and Young People 2017, Adult Safeguarding: Prevention and Protection in Partnership 2015.
"""

from dataclasses import dataclass
from datetime import date

GROWN_UP = 18
CHILD, ADULT = "child", "adult"


@dataclass(frozen=True)
class Way:
    """`to` is the choice of a referral, `called` what they are called there, `law` why they have to act."""

    to: str
    called: str
    law: str


WAYS = {
    ("england", CHILD): Way(
        "children", "Children’s social care", "Children Act 1989, section 47, and Working Together 2023"
    ),
    ("england", ADULT): Way("adults", "Adult safeguarding at the council", "Care Act 2014, section 42"),
    ("wales", CHILD): Way(
        "children", "Children’s social services", "Social Services and Well-being (Wales) Act 2014, section 130"
    ),
    ("wales", ADULT): Way(
        "adults", "Adult social services", "Social Services and Well-being (Wales) Act 2014, section 128"
    ),
    ("scotland", CHILD): Way(
        "children", "Children’s social work", "National Guidance for Child Protection in Scotland 2021"
    ),
    ("scotland", ADULT): Way(
        "adults", "Adult support and protection", "Adult Support and Protection (Scotland) Act 2007"
    ),
    ("northern-ireland", CHILD): Way(
        "children", "Gateway team of the Trust", "Children (Northern Ireland) Order 1995, article 66"
    ),
    ("northern-ireland", ADULT): Way(
        "adults", "Adult protection gateway of the Trust", "Adult Safeguarding: Prevention and Protection 2015"
    ),
}
TRUST_LEAD = "Council’s lead for people in positions of trust"
#: Who hears within one working day of a worry about somebody who works with children; where no such office exists, who
#: takes its place.
OFFICERS = {
    "england": "Designated officer (LADO)",
    "wales": "Designated officer for safeguarding",
    "scotland": "Social work, for a worry about a worker",
    "northern-ireland": "Gateway team, for a worry about a worker",
}
OFFICER_HINTS = {
    "england": "Tell them before anybody looks into it or speaks to the person.",
    "wales": "Wales Safeguarding Procedures, section 5. Tell them before anybody speaks to the person.",
    "scotland": "Scotland has no LADO: social work leads, with Police Scotland where there may be a crime.",
    "northern-ireland": "Northern Ireland has no LADO: the Trust leads, with the PSNI under the Joint Protocol.",
}
BARRING = {
    "scotland": "Disclosure Scotland: within three months of taking them out of a regulated role",
}
BARRING_ELSEWHERE = "Disclosure and Barring Service: as soon as you took them out of the role, or would have"


def age_on(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def kind_by_age(born_on: date | None, day: date) -> str:
    """ "child" or "adult" on that day; "" where nobody knows the date of birth."""
    if born_on is None:
        return ""
    return CHILD if age_on(born_on, day) < GROWN_UP else ADULT


def way(nation: str, kind: str) -> Way:
    """The way of that nation; unsure, a child's."""
    return WAYS[nation, ADULT if kind == ADULT else CHILD]


def officer(nation: str, *, with_children: bool) -> str:
    """Who is told of a worry about a mentor or a member of staff. In England a scheme for grown-ups alone tells the
    council's lead for people in positions of trust."""
    return OFFICERS[nation] if with_children or nation != "england" else TRUST_LEAD


def called(to: str, nation: str, *, with_children: bool = True) -> str:
    """What the receiver of a referral is called in that nation; "" for those called the same everywhere."""
    if to in (CHILD_TO, ADULT_TO):
        return WAYS[nation, CHILD if to == CHILD_TO else ADULT].called
    return officer(nation, with_children=with_children) if to == OFFICER_TO else ""


CHILD_TO, ADULT_TO, OFFICER_TO = "children", "adults", "lado"


def barring_words(nation: str) -> str:
    return BARRING.get(nation, BARRING_ELSEWHERE)
