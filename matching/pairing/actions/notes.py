"""What is noted about a pair or a person on the way to a match: techniques, conflicts, exceptions, wishes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from matching.pairing.actions.holding import not_one_of_two, pair_held
from matching.pairing.actions.letting_go import meetings_let_go
from matching.pairing.models import AgeException, Conflict, Match, Profile, Technique
from matching.pairing.profiles import FIRST_SHOWN
from matching.pairing.queries import mentor_preview
from matching.pairing.states import ON_THE_WAY
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from schemes.people.actions import young_person_edit
from schemes.people.models import Volunteer, YoungPerson

#: What a young person wishes for that stands on their own record.
OWN = {"not_from", "background_wish", "mentor_gender_wish", "languages"}


@transaction.atomic
def pair_technique_log(*, scheme, volunteer, young_person, kind: str, used_on, note: str = "", by) -> Technique:
    """S12: matching goes over months by complementary techniques; each use is kept with its pair, proposed or not."""
    technique = Technique.objects.create(
        scheme=scheme, volunteer=volunteer, young_person=young_person, kind=kind, used_on=used_on, note=note
    )
    audit_record(verb="technique.logged", subject=technique, scheme=scheme, details={"kind": kind}, by=by)
    return technique


def technique_log(*, match, by, **used) -> Technique:
    """The same for a pair that was proposed."""
    pair = {"volunteer": match.volunteer, "young_person": match.young_person}
    return pair_technique_log(scheme=match.scheme, **pair, **used, by=by)


@transaction.atomic
def conflict_declare(*, scheme, volunteer, young_person, kind: str, by) -> Conflict:
    """Somebody says why these two must not be matched; a proposal of the two on the way is let go at once. Of two
    who have been introduced it is for staff to decide, today (`matching.endings`).

    Which side said so is told to nobody but co-ordinators.
    """
    pair_held(volunteer, young_person)
    conflict, is_new = Conflict.objects.get_or_create(
        scheme=scheme, volunteer=volunteer, young_person=young_person, kind=kind, defaults={"declared_by": by}
    )
    if conflict.decided_at:  # said again: it is looked at again
        conflict.said_at, conflict.decided_at, is_new = timezone.now(), None, True
        conflict.save(update_fields=["said_at", "decided_at"])
    if is_new:
        audit_record(verb="conflict.declared", subject=conflict, scheme=scheme, about=_both(conflict), by=by)
    for match in Match.objects.filter(volunteer=volunteer, young_person=young_person, state__in=ON_THE_WAY):
        state_move(
            row=match, to=Match.State.DECLINED, moves=Match.moves, changes="state_changes",
            why="They cannot be matched", about=_both(match), by=by,
        )  # fmt: skip
        meetings_let_go(match, Match.State.DECLINED, by)
    return conflict


@transaction.atomic
def age_exception_ask(*, scheme, volunteer, young_person, reason: str, by) -> AgeException:
    """P3: ask for an exception from the age rules, with a reason; it counts once a second person agreed."""
    exception, is_new = AgeException.objects.get_or_create(
        scheme=scheme, volunteer=volunteer, young_person=young_person, defaults={"reason": reason, "asked_by": by}
    )
    if not is_new:
        raise Refused("An exception for these two has been asked for already.")
    audit_record(verb="ageexception.asked", subject=exception, scheme=scheme, about=_both(exception), by=by)
    return exception


@transaction.atomic
def age_exception_agree(*, exception, by) -> AgeException:
    """The second person's yes."""
    exception = locked(exception)
    not_one_of_two(exception.volunteer, exception.young_person, by)
    if exception.asked_by_id == by.pk:
        raise Refused("You asked for this exception, so somebody else has to agree to it.")
    exception.agreed_by = by
    exception.save(update_fields=["agreed_by"])
    audit_record(verb="ageexception.agreed", subject=exception, scheme=exception.scheme, about=_both(exception), by=by)
    return exception


@transaction.atomic
def profile_edit(*, person, changes: dict, by) -> Profile:
    """What a volunteer shows, and what either side asks for (R8); `changes` are fields of the Profile. What a young
    person said when they asked for a mentor stands on their own record, and is changed there. A volunteer who wishes
    for something and has not said what may be read shows what everybody shows at first; what is changed of it waits
    for another yes of theirs."""
    locked(person)  # whoever introduces them at this moment sees it, or came first
    changes = dict(changes)
    if isinstance(person, YoungPerson) and (own := {name: changes.pop(name) for name in OWN & set(changes)}):
        young_person_edit(young_person=person, changes=own, by=by)
    side = "volunteer" if isinstance(person, Volunteer) else "young_person"
    if "shows" in changes and not Profile.objects.filter(**{side: person}, shows=changes["shows"]).exists():
        changes["previewed_at"] = None
    first = {"shows": list(FIRST_SHOWN)} | changes if side == "volunteer" else changes
    profile, _ = Profile.objects.update_or_create(**{side: person}, defaults=changes, create_defaults=first)
    _profile_noted("profile.edited", profile, person, by, details={"fields": sorted(changes)})
    return profile


@transaction.atomic
def profile_show_agree(*, volunteer, read: str, by) -> Profile:
    """The mentor has looked at what a young person would read, and said yes to it: on their own page, or beside staff
    who write it down. `read` is the mark of the words they saw; the yes is to these, and holds while they stand."""
    volunteer = locked(volunteer)
    if read != mentor_preview(volunteer, timezone.localdate()).mark:
        raise Refused(gettext("The words have changed since you opened this page. Please read them once more."))
    said = {"previewed_at": timezone.now(), "previewed_mark": read}
    return _profile_now(volunteer, said, "profile.agreed", by)


@transaction.atomic
def profile_look_ask(*, volunteer, by) -> Profile:
    """Ask the mentor to look; a notice goes to them (`matching.pairing.reminders`) and names nobody."""
    locked(volunteer)
    return _profile_now(volunteer, {"preview_asked_at": timezone.now()}, "profile.look-asked", by)


def _profile_now(volunteer, now: dict, verb: str, by) -> Profile:
    first = {"shows": list(FIRST_SHOWN), **now}
    profile, _ = Profile.objects.update_or_create(volunteer=volunteer, defaults=now, create_defaults=first)
    _profile_noted(verb, profile, volunteer, by)
    return profile


def _profile_noted(verb: str, profile, person, by, **more) -> None:
    audit_record(verb=verb, subject=profile, scheme=person.scheme, about=[person.user], by=by, **more)


def mentor_kind_choose(*, young_person, kind: str, by):
    """P4: peer, traditional or either, chosen by the young person and changed whenever they like."""
    return young_person_edit(young_person=young_person, changes={"mentor_kind": kind}, by=by)


def _both(of_pair) -> list:
    return [of_pair.volunteer.user, of_pair.young_person.user]
