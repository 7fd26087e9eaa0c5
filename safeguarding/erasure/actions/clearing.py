"""Takes somebody out of everything one scheme holds, in the transaction of whoever calls it. The trail stays as it is:
it has keys and no words, and the keys lead to nobody once this is done."""

from collections import Counter

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db.models import Q
from guardian.utils import get_user_obj_perms_model

from mentoring.accounts.models import User
from mentoring.held.keeping import Keep, keeps
from mentoring.held.kinds import Person
from mentoring.held.queries import kinds, scheme_path
from mentoring.refusing import erasing
from safeguarding.erasure.blanks import blank_of, own_blank_of
from safeguarding.erasure.models import Erasure
from safeguarding.erasure.naming import GONE_NAME, nameless, pattern_of
from safeguarding.erasure.sides import columns_gone, own_keys, rows_of, words_of
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.recruitment.models import ImportBatch

PEOPLE = ("mentoring.User", "schemes.Volunteer", "schemes.YoungPerson")


def person_clear(person: Person, stays: set[str]) -> Counter:
    """stays: keys of the classes that are left as they are. Gives label of a model → rows that were changed."""
    records = [*person.volunteers, *person.young_people]
    reach = {record.phone for record in records} | set(person.emails)
    pattern = pattern_of({person.name, *(record.name for record in records)}, reach)
    goes = [keep for keep in keeps() if keep.key not in stays]
    found = Counter()
    with erasing():
        for keep in goes:
            found += class_clear(keep, person, pattern)
        for record in records:
            record_clear(record)
        for batch in ImportBatch.objects.filter(scheme=person.scheme, applied_at__isnull=False):
            changed(batch, {"content": "", "decisions": {}})
        if person.user and not known_elsewhere(person):
            account_clear(person.user)
    return found


def class_clear(keep: Keep, person: Person, pattern) -> Counter:
    """Whole rows where nobody else has a part in them, else what in them is theirs."""
    rows, mine, gone = {}, own_keys(person), keys_gone()
    for kind in kinds():
        if kind.model in PEOPLE or kind.model not in keep.labels:
            continue
        for name, side in kind.sides():
            reached = rows_of(kind, name, side, person)
            shared = name == "email" and address_is_shared(person)
            if reached is not None and not shared:
                rows |= {(kind.model, row.pk): row for row in reached}
    for (label, _), row in rows.items():
        if label in keep.whole.split():
            row.delete()
        else:
            row_clear(row, mine, gone, pattern)
    return Counter(label for label, _ in rows)


def row_clear(row, mine, gone, pattern) -> None:
    going, wanted = columns_gone(row, mine, gone), {}
    for name in words_of(type(row)):
        field, value = row._meta.get_field(name), getattr(row, name)
        if name in going:
            wanted[name] = blank_of(field, value)
        elif pattern and not isinstance(value, bytes | memoryview):
            wanted[name] = nameless(value, pattern)
    changed(row, wanted)


def record_clear(record) -> None:
    """Somebody's own record: a number without a name, in the state in which it was left."""
    kept = {"scheme", "state", "reached", "capacity", "created_at"}
    fields = [field for field in record._meta.concrete_fields if field.name not in kept]
    wanted = {field.name: own_blank_of(field, getattr(record, field.name)) for field in fields if not field.is_relation}
    changed(record, wanted | {"name": GONE_NAME, "user": None})


def account_clear(user: User) -> None:
    """Nobody signs in with it any more; what it signed stays signed by a key."""
    for kind in kinds():
        model = apps.get_model(kind.model)
        if kind.model in whole_models() and not scheme_path(model):
            for name, side in kind.sides():
                own = {f"{side.path}__iexact": user.email} if name == "email" else {side.path: user}
                model._base_manager.filter(**own).delete()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    get_user_obj_perms_model().objects.filter(user=user).delete()
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    user.groups.clear()
    changed(
        user,
        {
            "name": GONE_NAME,
            "email": f"{user.pk}@gone.invalid",
            "password": make_password(None),
            "language": "",
            "last_login": None,
            "is_active": False,
        },
    )


def whole_models() -> set[str]:
    return {label for keep in keeps() for label in keep.whole.split()}


def known_elsewhere(person: Person) -> bool:
    """Another scheme has to do with them, which answers for itself."""
    others = [
        Membership.objects.filter(user=person.user),
        Volunteer.objects.filter(user=person.user),
        YoungPerson.objects.filter(user=person.user),
    ]
    return person.user.is_site_admin or any(rows.exclude(scheme=person.scheme).exists() for rows in others)


def address_is_shared(person: Person) -> bool:
    """Somebody else has the same address, so what went there may have been theirs."""
    same = Q()
    for email in person.emails:
        same |= Q(email__iexact=email)
    mine = own_keys(person)
    theirs = Q(user=person.user) if person.user else Q(pk__in=[])
    return bool(person.emails) and (
        Volunteer.objects.filter(same).exclude(pk__in=mine["volunteer"]).exclude(theirs).exists()
        or YoungPerson.objects.filter(same).exclude(pk__in=mine["young_person"]).exclude(theirs).exists()
        or User.objects.filter(same).exclude(pk__in=mine["user"]).exists()
    )


def keys_gone() -> set:
    """Accounts and records of those who were erased before: nothing is theirs to read any more."""
    done = Erasure.objects.filter(state=Erasure.State.DONE).values_list("user", "volunteer", "young_person")
    return {key for keys in done for key in keys if key}


def changed(row, wanted: dict) -> None:
    """Writes what is different, and nothing else."""
    told = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in told.items():
        setattr(row, name, value)
    if told:
        row.save(update_fields=list(told))
