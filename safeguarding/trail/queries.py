"""The trail as somebody may see it: a manager their scheme's, everybody what was done with their own record."""

from datetime import datetime, time

from cryptography.fernet import InvalidToken
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.audit.models import AuditEntry
from mentoring.fields import seal, unseal
from safeguarding.trail.wording import LOOKING, said, told_once
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Role

PAGE = 50
#: Acts on what a manager does not read (roles.md: counts only). Even that one took place is not told.
SHUT = ("concern.", "complaint.", "hold.", "riskdecision.")
#: Whose acts stand under what they are, not under a name.
UNNAMED = (Role.MENTOR, Role.MENTEE)
ITSELF, SOMEBODY = "Alongside itself", "Somebody else"
#: Acts that those they are about are not told of.
UNTOLD = ("concern.", "complaint.", "hold.", "conflict.", "setaside.", "signnote.")


def scheme_trail(scheme, wanted: dict, after: str) -> dict:
    """A page of a scheme's trail, newest first: {"lines", "older"}. `wanted`: person, what, reference, since,
    until of the filter.

    It goes on from the last line, not from a page number, so that the last page costs what the first does.
    """
    rows = AuditEntry.objects.filter(chain=str(scheme.pk)).exclude(shut())
    rows = narrowed(rows, wanted)
    if last := last_seen(after):
        at, place = last
        rows = rows.filter(Q(at__lt=at) | Q(at=at, place__lt=place))
    rows = list(rows.order_by("-at", "-place")[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    older = seal(f"{last.at.isoformat()} {last.place}") if last else ""
    return {"lines": lines_of(rows[:PAGE], [scheme.pk]), "older": older}


def shut(stems=SHUT) -> Q:
    hidden = Q()
    for stem in stems:
        hidden |= Q(verb__startswith=stem)
    return hidden


def narrowed(rows, wanted: dict):
    if wanted.get("person"):
        rows = rows.filter(by_key=wanted["person"])
    if wanted.get("what") == "looked":
        looked = Q()
        for did in LOOKING:
            looked |= Q(verb__endswith=f".{did}")
        rows = rows.filter(looked)
    elif wanted.get("what"):
        rows = rows.filter(verb__startswith=wanted["what"] + ".")
    if wanted.get("reference"):
        rows = rows.filter(details__ref=wanted["reference"])
    if wanted.get("since"):
        rows = rows.filter(at__gte=moment(wanted["since"], time.min))
    if wanted.get("until"):
        rows = rows.filter(at__lte=moment(wanted["until"], time.max))
    return rows


def moment(day, hour) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def last_seen(token: str) -> tuple[datetime, int] | None:
    """Where an address goes on from. It is sealed: a gap in the numbers would tell that something is hidden."""
    try:
        at, place = unseal(token).split(" ")
        return datetime.fromisoformat(at), int(place)
    except (ValueError, InvalidToken):
        return None


def lines_of(rows, schemes, *, own=False) -> list[dict]:
    """{"at", "who", "what"}; who did it by name where they work for one of these schemes, else by what they are."""
    names = names_of({row.by_key for row in rows if row.by_key}, schemes)
    return [{"at": row.at, "who": names.get(row.by_key, ITSELF), "what": said(row.verb, own=own)} for row in rows]


def names_of(keys, schemes) -> dict[str, str]:
    """A manager reads this trail and may know neither mentors nor young people by name (roles.md)."""
    held = Membership.objects.filter(user__in=keys, scheme__in=schemes).order_by("created_at")
    words = {str(user): f"A {Role(role).label.lower()}" for user, role in held.values_list("user", "role")}
    named = User.objects.filter(Q(pk__in=held.exclude(role__in=UNNAMED).values("user")) | Q(is_site_admin=True))
    named = named.filter(pk__in=keys).values_list("pk", "name")
    return {str(key): SOMEBODY for key in keys} | words | {str(key): name for key, name in named}


def people_in_trail(scheme) -> list[tuple[str, str]]:
    """(key, name) of those who work or worked for the scheme, for the filter."""
    held = Membership.objects.filter(scheme=scheme).exclude(role__in=UNNAMED)
    people = User.objects.filter(pk__in=held.values("user")).order_by("name")
    return [(str(user.pk), user.name) for user in people]


def who_looked(user, scheme=None) -> list[dict]:
    """What was done with somebody's own record, in one scheme or in all of theirs, newest first, less what they did
    themselves. Concerns keep no names of those they are about, so that none can show here.

    Acts of staff only: what the other half of a pair does ("no", "I know this person") stays theirs, and so does their
    name (S12), also where they are staff too. What speaks against a match is told to co-ordinators alone.
    """
    chains = Q(chain=str(scheme.pk)) if scheme else chains_of(user)
    rows = AuditEntry.objects.filter(chains, by_staff_of(user)).annotate(people=Cast("person_keys", TextField()))
    rows = rows.filter(people__contains=str(user.pk)).exclude(by_key=str(user.pk))
    rows = rows.exclude(~Q(by_key=""), people__contains=F("by_key"))  # the other half of a pair
    rows = rows.exclude(shut(UNTOLD))
    return told_once(lines_of(rows.order_by("-at")[:200], schemes_of(user), own=True))


def by_staff_of(user) -> Q:
    """Acts of the system, and of whoever works or worked for a scheme of this user's."""
    staff = Membership.objects.filter(scheme__in=schemes_of(user), role__in=STAFF)
    return Q(by_key="") | Q(by_key__in=[str(key) for key in staff.values_list("user", flat=True).distinct()])


def chains_of(user) -> Q:
    """The chains in which rows about this user can stand."""
    return Q(chain__in=[str(key) for key in schemes_of(user)])


def schemes_of(user) -> set:
    return {
        *user.memberships.values_list("scheme_id", flat=True),
        *user.volunteering.values_list("scheme_id", flat=True),
        *user.mentee_records.values_list("scheme_id", flat=True),
    }
