"""Who meets which record where, by the table of roles.md, told a second time: plain facts, no line of the product."""

from dataclasses import dataclass, field

READS_PEOPLE = {"coordinator", "lead"}
READS_MENTORS = {*READS_PEOPLE, "supervisor"}
#: Whoever holds one of these can be let in to read one concern.
STAFF = {*READS_MENTORS, "manager", "trainer"}
#: (kind, place) → the roles that the place is there for; whoever holds none of them meets nothing there.
OPEN_TO = {
    ("mentor", "list"): READS_MENTORS,
    ("mentor", "search"): READS_MENTORS,
    ("mentor", "page"): READS_MENTORS,
    ("mentor", "file"): READS_PEOPLE,
    ("mentor", "paper"): {"coordinator"},
    ("young_person", "list"): READS_PEOPLE,
    ("young_person", "search"): READS_PEOPLE,
    ("young_person", "page"): READS_PEOPLE,
    ("young_person", "file"): READS_PEOPLE,
    ("match", "list"): READS_MENTORS,
    ("match", "search"): READS_MENTORS,
    ("match", "page"): READS_MENTORS,
    ("concern", "list"): {"lead"},
    ("concern", "page"): STAFF,
    ("concern", "paper"): STAFF,
}


@dataclass
class Facts:
    """`roles`: who holds what in the scheme; `supervises`: mentor → supervisor; `pair`: the two of the match, by
    account; `about`: concern → accounts; `let_in`: concern → (account, the role that they were let in by)."""

    roles: dict[str, set[str]]
    supervises: dict[str, str] = field(default_factory=dict)
    pair: tuple[str, str] = ("mentor", "mentee")
    together: bool = True
    about: dict[str, set[str]] = field(default_factory=dict)
    let_in: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)

    def holds(self, person: str, *roles: str) -> bool:
        return person not in self.shut and bool(self.roles[person] & set(roles))

    def meets(self, person: str, kind: str, place: str, names: list[str]) -> set[str]:
        """Which of these records somebody meets at this place."""
        if (kind, place) == ("match", "own"):
            return set(names) if self.is_one_of_two(person) else set()
        if not self.holds(person, *OPEN_TO[kind, place]):
            return set()
        reads = {"mentor": self.reads_mentor, "match": self.reads_mentor, "concern": self.reads_concern}
        met = {name for name in names if kind not in reads or reads[kind](person, name)}
        return met - {person} if place == "paper" else met  # nobody writes a paper for themselves

    def reads_mentor(self, person: str, mentor: str) -> bool:
        """A supervisor: own mentors. A match goes by the name of its mentor."""
        return self.holds(person, *READS_PEOPLE) or self.supervises.get(mentor) == person

    def reads_concern(self, person: str, concern: str) -> bool:
        """Leads, and whoever was let in; never whom it is about, whatever their role."""
        opens = self.holds(person, "lead") or person in {one for one, _ in self.let_in[concern]}
        return opens and person not in self.about[concern]

    def is_one_of_two(self, person: str) -> bool:
        """For as long as they are together, and no longer."""
        return person in self.pair and person not in self.shut and self.together

    def role_taken(self, person: str, role: str) -> None:
        """What was opened to somebody by a role shuts with it."""
        self.roles[person].discard(role)
        for let_in in self.let_in.values():
            let_in.discard((person, role))
