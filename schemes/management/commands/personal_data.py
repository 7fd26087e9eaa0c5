"""`manage.py personal_data SCHEME PERSON --out FILE.zip`: everything that is held on one person."""

import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.held.kinds import Eyes, Whose
from mentoring.held.packing import folder_of
from mentoring.held.queries import sections_of
from schemes.people.actions import record_copy
from schemes.people.gates import actor_of
from schemes.people.persons import people_named
from schemes.planning.models import Scheme

TITLE = "Everything held on one person"
WORDS = (
    "This is for whoever answers the person, and not ready to be given to them as it is.",
    "What is in “yours” is theirs. What is in “to-look-at” tells of others too, or was written by staff for each",
    "other: read it line by line, and take out what is not theirs. What is in “kept-back” stays, unless somebody who",
    "may decide decides otherwise.",
    "",
    "Not in here: a diary, which nobody but its writer can take out of Alongside.",
)
SHUT = (
    "Nor what only the safeguarding lead and those let in by name may open. Whether there is anything of that kind is",
    "not said here. Ask again with --reader and the e-mail of whoever may read it.",
)


class Command(BaseCommand):
    help = "Write everything that is held on one person into a ZIP file that only you can read."

    def add_arguments(self, parser):
        parser.add_argument("scheme", help="short name of the scheme, as in its address")
        parser.add_argument("person", help="reference (V-… or Y-…), e-mail, key or full name")
        parser.add_argument("--out", required=True, metavar="FILE.zip", help="where to write it; must not be there yet")
        parser.add_argument("--reader", metavar="EMAIL", help="also what opens to this member of staff alone")

    def handle(self, *, scheme, person, out, reader, **options):
        found = Scheme.objects.filter(slug=scheme).first()
        if found is None:
            raise CommandError(f"There is no scheme called {scheme!r}.")
        whose = one_person(found, person)
        actor = actor_named(reader, found, whose) if reader else None
        sections = sections_of(whose, Eyes.SCHEME, actor)
        words = WORDS if actor else (*WORDS, *SHUT)
        packed = folder_of(sections, title=TITLE, words=words, at=timezone.now(), sorts=tuple(Whose))
        write_shut(Path(out), packed, lambda: record_copy(person=whose, kind="command", by=actor and actor.user))
        self.stdout.write(f"{out}: {len(sections)} parts, {len(packed):,} bytes")


def one_person(scheme, written):
    found = people_named(scheme, written.strip())
    if not found:
        raise CommandError(f"Nobody in {scheme.slug} has the reference, e-mail or name {written!r}.")
    if len(found) > 1:
        raise CommandError(f"{len(found)} people in {scheme.slug} go by {written!r}. Give the reference (V-… or Y-…).")
    return found[0]


def actor_named(email, scheme, whose):
    """Whoever may read more, as they are inside this scheme; never the person themselves."""
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    actor = user and actor_of(user)
    if not actor or not actor.roles.get(scheme.pk):
        raise CommandError(f"Nobody with the e-mail {email!r} works in {scheme.slug}.")
    if whose.user == user:
        raise CommandError("Somebody else has to answer for what is held on the reader themselves.")
    return actor.within(scheme)


def write_shut(path: Path, packed: bytes, note) -> None:
    """A file that is not there yet, readable by its owner alone from its first byte. It is written down before it is
    filled; nothing is left behind where that fails."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as there:
        raise CommandError(f"{path} is there already. Give another name, or move it away first.") from there
    except OSError as wrong:
        raise CommandError(f"{path} could not be written: {wrong.strerror}.") from wrong
    try:
        with os.fdopen(handle, "wb") as file:
            note()
            file.write(packed)
    except Exception as wrong:
        path.unlink(missing_ok=True)
        raise CommandError(f"{path} could not be written: {wrong}.") from wrong
