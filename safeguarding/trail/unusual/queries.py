"""What in the trail is worth asking about, as somebody may know of it. Worked out anew each time: nothing has to run
for it, and nobody can take a finding away."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from safeguarding.trail.queries import SHUT, names_of
from safeguarding.trail.unusual.models import LookAnswer
from safeguarding.trail.unusual.rules import USUAL_DAYS, Finding, Look, Stay, findings
from safeguarding.trail.wording import LOOKING
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Permission, Role

#: So far back the page tells; what is usual is read from before that.
TOLD_DAYS = 90
#: So many rows of the trail are read at most, the newest first.
MOST_ROWS = 20_000
BROKEN = "concern.glass_broken"
TAKEN = ("printed", "exported", "downloaded")
#: Papers that tell of nobody: the manual, and a report in which nobody can be told apart.
OF_NOBODY = ("policy.", "report.")


@dataclass(frozen=True)
class Row:
    """A finding about one person, with what came of asking. `shut`: about what managers do not read."""

    scheme: object
    who: str
    name: str
    is_shut: bool
    finding: Finding
    answers: list[LookAnswer] = field(default_factory=list)

    @property
    def key(self) -> str:
        said = f"{self.scheme}|{self.who}|{self.is_shut}|{self.finding.rule}|{self.finding.day}"
        return sha256(said.encode()).hexdigest()[:32]

    @property
    def answer(self) -> LookAnswer | None:
        return self.answers[-1] if self.answers else None

    @property
    def has_grown(self) -> bool:
        """More of it came to light after somebody was asked."""
        return self.answer is not None and self.finding.number > self.answer.number

    @property
    def is_settled(self) -> bool:
        further = LookAnswer.Outcome.FURTHER
        return self.answer is not None and self.answer.outcome != further and not self.has_grown


def asks_as_manager(actor) -> list:
    return actor.schemes_for(Permission.AUDIT_READ)


def asks_as_lead(actor) -> list:
    return actor.schemes_for(Permission.CONCERN_LIST)


def worth_asking(actor, schemes, at) -> list[Row]:
    """For managers of these schemes, newest first: nothing of concerns, nothing about themselves."""
    mine = set(schemes) & set(asks_as_manager(actor))
    return [row for row in rows_of(mine, at) if not row.is_shut and row.who != str(actor.user.pk)]


def worth_asking_leads(actor, schemes, at) -> list[Row]:
    """For safeguarding leads: what is about concerns and the like, and what is about managers, who decide about
    everybody else. Left out whole is what has to do with something that this lead may not know of."""
    mine = set(schemes) & set(asks_as_lead(actor))
    held = Membership.objects.filter(scheme__in=mine, role=Role.MANAGER) if mine else ()
    managers = {(row.scheme_id, str(row.user_id)) for row in held}
    rows = [row for row in rows_of(mine, at) if row.is_shut or (row.scheme, row.who) in managers]
    rows = [row for row in rows if row.who != str(actor.user.pk)]
    closed = closed_to(actor, {thing for row in rows if row.is_shut for thing in row.finding.things})
    return [row for row in rows if not row.is_shut or not row.finding.things & closed]


def closed_to(actor, things) -> set[str]:
    """Those of these records (app.model:key) that are there and that this person may not open."""
    keys = defaultdict(set)
    for label, _, key in (thing.partition(":") for thing in things):
        keys[label].add(key)
    closed = set()
    for label, those in keys.items():
        model = apps.get_model(label)
        there = model.objects.filter(pk__in=those)
        seen = model.objects.visible_to(actor).values("pk")
        closed |= {f"{label}:{key}" for key in there.exclude(pk__in=seen).values_list("pk", flat=True)}
    return closed


def rows_of(schemes, at) -> list[Row]:
    """Every finding of these schemes. The same three questions and their names, however long the trail is."""
    if not schemes:
        return []
    stays, looks = stays_of(schemes), looks_of(schemes, at)
    since = timezone.localdate(at) - timedelta(days=TOLD_DAYS)
    found = [
        (scheme, who, is_shut, one)
        for (scheme, who, is_shut), seen in looks.items()
        if (scheme, who) in stays
        for one in findings(seen, stays[scheme, who])
        if one.day >= since
    ]
    names = names_of({who for _, who, _, _ in found}, list(schemes)) if found else {}
    answers = answers_of(schemes) if found else {}
    rows = [Row(scheme, who, names[who], is_shut, one) for scheme, who, is_shut, one in found]
    for row in rows:
        row.answers.extend(answers.get(row.key, ()))
    return sorted(rows, key=lambda row: row.finding.at, reverse=True)


def stays_of(schemes) -> dict[tuple, list[Stay]]:
    """{(scheme, user): since when they worked there}, of staff; others open what is their own."""
    found = defaultdict(list)
    held = Membership.objects.filter(scheme__in=schemes, role__in=STAFF)
    for scheme, user, role, began, ended in held.values_list("scheme", "user", "role", "created_at", "ended_at"):
        found[scheme, str(user)].append(Stay(role, local(began), ended and local(ended)))
    return found


def looks_of(schemes, at) -> dict[tuple, list[Look]]:
    """{(scheme, user, shut): looks, oldest first}, without what somebody opened of themselves."""
    looked = Q(verb=BROKEN)
    for did in LOOKING:
        looked |= Q(verb__endswith=f".{did}")
    since = at - timedelta(days=TOLD_DAYS + USUAL_DAYS)
    by_chain = {str(scheme): scheme for scheme in schemes}
    rows = AuditEntry.objects.filter(looked, chain__in=by_chain, at__gte=since, at__lte=at).exclude(by_key="")
    columns = ("chain", "at", "by_key", "verb", "subject", "person_keys")
    newest = rows.order_by("-at", "-place").values_list(*columns)[:MOST_ROWS]
    found = defaultdict(list)
    for chain, when, by, verb, subject, people in reversed(newest):
        if by not in people and not verb.startswith(OF_NOBODY):
            found[by_chain[chain], by, verb.startswith(SHUT)].append(look_of(when, verb, subject, people))
    return found


def look_of(when, verb: str, subject: str, people: list[str]) -> Look:
    """Whose record it was, where the trail says so: two papers of one person are one record."""
    taken = verb.endswith(tuple(f".{did}" for did in TAKEN))
    return Look(local(when), ",".join(people) or subject, subject, taken=taken, glass=verb == BROKEN)


def answers_of(schemes) -> dict[str, list[LookAnswer]]:
    found = defaultdict(list)
    for answer in LookAnswer.objects.filter(scheme__in=schemes).select_related("by"):
        found[answer.key].append(answer)
    return found


def local(at):
    return timezone.localtime(at)
