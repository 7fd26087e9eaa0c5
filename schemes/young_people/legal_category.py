"""What the law of England calls somebody because they were in care, worked out from dates. Pure; a person confirms it.

Sources: Children Act 1989 Sch. 2 para. 19B (eligible), s. 23A (relevant), s. 23C (former relevant), s. 24 (qualifying);
Care Leavers (England) Regulations 2010 (SI 2010/2571) reg. 3 (13 weeks; short breaks do not count) and reg. 4 (those
in hospital or custody at 16; six months at home); Family Law Reform Act 1969 s. 9 (an age begins with the birthday).

What we assume, and say on the page: the day somebody comes into care counts, the day they leave does not; care ends
with the 18th birthday at the latest; somebody in care on their 16th birthday was in care after 16; whoever was born on
29 February has a birthday on 1 March in other years. Wales, Scotland and Northern Ireland have their own law and are
not worked out here. So is nothing that dates cannot tell, such as being in education at 21.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

THIRTEEN_WEEKS = 91  # days
LOOKED_AFTER = "looked-after"
AT_HOME = ("at-home", "special-guardian")
FOSTERED, PLACED = "privately-fostered", "other-place"
NOT_HERE = {
    "wales": "the Social Services and Well-being (Wales) Act 2014 ss. 104–105",
    "scotland": "the Children (Scotland) Act 1995 ss. 29–30",
    "northern-ireland": "the Children (Leaving Care) Act (Northern Ireland) 2002",
}


@dataclass(frozen=True)
class Spell:
    """One stretch; `ended_on` None while it lasts. `kind` is a value of CareSpell.Kind."""

    kind: str
    began_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class WorkedOut:
    """`category` is a value of YoungPerson.CareStatus ("" where the dates cannot tell), `because` says why."""

    category: str
    because: tuple[str, ...]


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody turns so old."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def legal_category(*, nation: str, born_on: date | None, spells: Sequence[Spell], today: date) -> WorkedOut:
    """The category on that day. Never raises: what is not known is said in `because`."""
    if nation != "england":
        return WorkedOut("", (f"Not worked out here: {NOT_HERE.get(nation, 'another law')} says who is what.",))
    if born_on is None or born_on > today:
        return WorkedOut("", ("The date of birth is not known.",))
    begun = [spell for spell in spells if spell.began_on <= today]
    if not begun:
        return WorkedOut("", ("No dates of being in care are written down.",))
    return _Reading(born_on, begun, today).category()


class _Reading:
    """The dates of one person as they stand on one day."""

    def __init__(self, born_on: date, spells: list[Spell], today: date):
        self.born_on, self.today = born_on, today
        self.at = {age: birthday(born_on, age) for age in (14, 16, 18, 21, 25)}
        self.spells = spells

    def category(self) -> WorkedOut:
        if self.today >= self.at[25]:
            return WorkedOut("none", ("They are 25: what the law gives care leavers has ended.",))
        if self.today < self.at[16]:
            return self._child()
        return self._young(self.today) if self.today < self.at[18] else self._adult()

    def _child(self) -> WorkedOut:
        if self._in_care(self.today):
            return WorkedOut("looked-after", ("In care today, and not 16 yet.",))
        return WorkedOut("none", ("Not in care today, and not 16 yet: the law on leaving care begins at 16.",))

    def _young(self, day: date) -> WorkedOut:
        """At 16 or 17, on that day."""
        days, counted = self._days_since_14(day), self._counted(day)
        enough = days >= THIRTEEN_WEEKS
        if self._in_care(day):
            if enough:
                return WorkedOut("eligible", (counted, "In care at 16 or 17 (Sch. 2 para. 19B)."))
            return WorkedOut("looked-after", (counted, "In care today, but not long enough yet to be eligible."))
        if self._detained_at_16() or (enough and self._cared_after_16()):
            settled = self._settled_at_home(day)
            if settled:
                home = f"At home or with a guardian for six months from {_said(settled.began_on)} (reg. 4)."
                return WorkedOut("qualifying", (counted, home, "So not relevant, but qualifying (s. 24)."))
            return WorkedOut("relevant", (counted, "Was eligible and has left care (s. 23A)."))
        return self._qualifying(day, counted)

    def _adult(self) -> WorkedOut:
        """At 18 to 24: it hangs on how things stood the day before the 18th birthday (s. 23C)."""
        eve = self.at[18] - timedelta(days=1)
        before = self._young(eve)
        if before.category in ("eligible", "relevant"):
            was = f"Was {before.category} until turning 18, so former relevant to 25 (s. 23C, s. 23CZB)."
            return WorkedOut("former-relevant", (self._counted(eve), was))
        if before.category == "none":
            return before
        if self.today >= self.at[21]:
            asked = "Was qualifying. From 21 to 25 it holds only in education or training (s. 24B): ask them."
            return WorkedOut("", (*before.because, asked))
        return WorkedOut("qualifying", (*before.because, "Under 21 (s. 24)."))

    def _qualifying(self, day: date, counted: str) -> WorkedOut:
        """Section 24: in care, fostered or placed at 16 or 17 and no longer; or a guardian straight from care."""
        if self._cared_after_16():
            return WorkedOut("qualifying", (counted, "In care after 16, but not for 13 weeks since 14 (s. 24(2)(a))."))
        if any(self._guarded(spell, day) for spell in self._of("special-guardian")):
            return WorkedOut("qualifying", ("With a special guardian, and in care right before (s. 24(1A)).",))
        for kind, least in ((FOSTERED, 0), (PLACED, 3)):
            if any(self._over_by(spell, day, least) for spell in self._of(kind)):
                return WorkedOut("qualifying", ("Fostered or placed at 16 or 17, and no longer (s. 24(2)).",))
        return WorkedOut("none", (counted, "Nothing from 16 on that the law counts."))

    # --- what the dates say ------------------------------------------------------------------------------------------
    def _of(self, *kinds: str) -> list[Spell]:
        return [spell for spell in self.spells if spell.kind in kinds]

    def _end(self, spell: Spell, day: date) -> date:
        """The first day on which it is over, as seen on `day`; care ends at 18."""
        return min(spell.ended_on or self.at[18], self.at[18], day + timedelta(days=1))

    def _in_care(self, day: date) -> bool:
        return any(
            spell.began_on <= day < min(spell.ended_on or self.at[18], self.at[18]) for spell in self._of(LOOKED_AFTER)
        )

    def _days_since_14(self, day: date) -> int:
        """Days in care from the 14th birthday up to and with `day`, each counted once."""
        spans = sorted((max(spell.began_on, self.at[14]), self._end(spell, day)) for spell in self._of(LOOKED_AFTER))
        total, reached = 0, self.at[14]
        for start, end in spans:
            total += max(0, (end - max(start, reached)).days)
            reached = max(reached, end)
        return total

    def _counted(self, day: date) -> str:
        return f"{self._days_since_14(day)} days in care since turning 14 ({THIRTEEN_WEEKS} are needed)."

    def _cared_after_16(self) -> bool:
        """Still in care when the 16th birthday began."""
        return any(
            spell.began_on < self.at[18] and (spell.ended_on is None or spell.ended_on >= self.at[16])
            for spell in self._of(LOOKED_AFTER)
        )

    def _detained_at_16(self) -> bool:
        """In hospital or custody on the 16th birthday, and right before it in care for 13 weeks since 14 (reg. 4)."""
        return any(
            spell.began_on <= self.at[16]
            and (spell.ended_on is None or spell.ended_on > self.at[16])
            and self._from_care(spell)
            and self._days_since_14(spell.began_on - timedelta(days=1)) >= THIRTEEN_WEEKS
            for spell in self._of("detained")
        )

    def _from_care(self, spell: Spell) -> bool:
        """Did care end on the day this began, or the day before?"""
        return any(
            care.ended_on and timedelta(0) <= spell.began_on - care.ended_on <= timedelta(days=1)
            for care in self._of(LOOKED_AFTER)
        )

    def _settled_at_home(self, day: date) -> Spell | None:
        """Six months on end with a parent or guardian since care, and still there (if it broke down it counts not)."""
        for spell in self._of(*AT_HOME):
            lasts = spell.began_on <= day and (spell.ended_on is None or spell.ended_on > day)
            if lasts and _months_after(spell.began_on, 6) <= day:
                return spell
        return None

    def _guarded(self, order: Spell, day: date) -> bool:
        """Made straight from care, and in force that day (for an adult: on the eve of 18)."""
        in_force = order.began_on <= day and (order.ended_on is None or order.ended_on > day)
        return in_force and self._from_care(order)

    def _over_by(self, spell: Spell, day: date, least_months: int) -> bool:
        """Over that day, or over by turning 18, after lasting into 16 and for so many months."""
        end = min(spell.ended_on or self.at[18], self.at[18])
        is_over = end <= day or self.today >= self.at[18]
        return is_over and end >= self.at[16] and _months_after(spell.began_on, least_months) <= end


def _months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
