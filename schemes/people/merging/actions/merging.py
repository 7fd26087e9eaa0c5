"""Two records of one person become one; within a day, and while nothing was changed since, two again."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions.people import PLACE, where_is_secret
from schemes.people.merging import rows
from schemes.people.merging.actions.links import links_back, links_end
from schemes.people.merging.actions.moving import rows_back, rows_move
from schemes.people.merging.actions.pairs import pairs_follow
from schemes.people.merging.models import Kind, MergedPerson
from schemes.people.merging.queries import MODELS, UNDO_WITHIN
from schemes.people.merging.sides import joined_notes, merged_values, sides_of
from schemes.people.models import Volunteer, YoungPerson

LINK = {Kind.VOLUNTEERS: "volunteer", Kind.YOUNG_PEOPLE: "young_person"}


@transaction.atomic
def person_merge(*, kept, gone, choices: dict[str, str], by) -> MergedPerson:
    """Put two records of one person together: everything that hangs on `gone` moves to `kept`, in every room; of each
    field that differs what was chosen stays; all that `gone` held is kept sealed beside the address that leads on.

    `kept` stays where it is on its way (nobody is approved by being put together). All or nothing.
    """
    locked(kept.scheme)
    kept, gone = locked(kept), locked(gone)
    _refuse(kept, gone, by)
    held = {"gone": rows.values_of(gone), **_values(kept, gone, choices)}
    held["unsent"] = links_end(LINK[_kind_of(kept)], gone, by)
    held["moved"], held["aside"] = rows_move(kept, gone)
    gone_key, about, kind = gone.pk, [kept.user, gone.user], _kind_of(kept)
    gone.delete()
    _set(kept, held["set"])
    merged = MergedPerson.objects.create(
        scheme=kept.scheme, kind=kind, gone_key=gone_key, gone_ref=gone.ref, held=held, merged_by=by,
        **{LINK[kind]: kept},
    )  # fmt: skip
    pairs_follow(kept.scheme, kind, gone_key, kept.pk)
    _note("merged", kept, about, by, gone=gone.ref, fields=sorted(held["set"]))
    return merged


def _refuse(kept, gone, by) -> None:
    if type(kept) is not type(gone) or kept.scheme_id != gone.scheme_id or kept.pk == gone.pk:
        raise Refused("These are not two records of one list.")
    if kept.user_id and gone.user_id and kept.user_id != gone.user_id:
        raise Refused(
            "Each of them signs in with an account of their own. Ask which one they use, and end the other role first."
        )
    _not_own(by, kept.user_id, gone.user_id)
    both = (kept, gone)
    written = any(getattr(person, name) for person in both for name in PLACE)
    if written and isinstance(kept, YoungPerson) and any(where_is_secret(person) for person in both):
        raise Refused("Where they live is kept secret. Take the part of town off the other record first.")


def _not_own(by, *user_ids) -> None:
    """A key out of the sealed copy is a string again."""
    if str(by.pk) in map(str, user_ids):
        raise Refused("This is your own record. Somebody else has to do this.")


def _values(kept, gone, choices) -> dict[str, dict]:
    """{"set": column → new value, "before": column → what stood there} of the record that is kept."""
    changes = merged_values(sides_of(kept, gone), choices)
    if notes := gone.sheet_notes:
        changes["sheet_notes"] = joined_notes(kept.sheet_notes or {}, notes)
    if gone.user_id and not kept.user_id:
        changes["user"] = gone.user
    if isinstance(kept, Volunteer) and gone.reached > kept.reached:
        changes["reached"] = gone.reached
    columns = {type(kept)._meta.get_field(name).attname: value for name, value in changes.items()}
    new = {name: getattr(value, "pk", value) for name, value in columns.items()}
    return {"set": new, "before": {name: getattr(kept, name) for name in new}}


def _set(person, columns: dict) -> None:
    for field in person._meta.concrete_fields:
        if field.attname in columns:
            setattr(person, field.attname, field.to_python(columns[field.attname]))
    if columns:
        person.save(update_fields=list(columns))


def _plain(value):
    """As it comes back from the sealed copy."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _kind_of(person) -> str:
    return next(kind for kind, model in MODELS.items() if isinstance(person, model))


@transaction.atomic
def merge_undo(*, merged, by):
    """Take two records apart again, within a day and while nothing that was set has been changed since."""
    merged = locked(merged)
    kept, held = locked(merged.kept), merged.held
    _not_own(by, kept.user_id, held["gone"]["user_id"])
    if merged.created_at < timezone.now() - UNDO_WITHIN:
        raise Refused("This was more than a day ago and cannot be taken back.")
    if held["aside"]:
        raise Refused("Both had a row for the same thing, and one of them was set aside. This cannot be taken back.")
    if any(_plain(getattr(kept, name)) != _plain(value) for name, value in held["set"].items()):
        raise Refused("The record has been changed since. Put the details right by hand.")
    _set(kept, held["before"])
    gone = rows.row_from(type(kept), held["gone"])
    gone.save_base(raw=True, force_insert=True)
    links_back(type(kept), held.get("unsent", []))
    try:
        rows_back(kept, gone, held["moved"])
    except IntegrityError as clash:
        raise Refused("Something has been added since that both cannot have. This cannot be taken back.") from clash
    merged.delete()
    _note("parted", kept, [kept.user, gone.user], by, gone=gone.ref)
    return gone


def _note(what: str, kept, about, by, **details) -> None:
    verb = f"{kept._meta.model_name}.{what}"
    audit_record(verb=verb, subject=kept, scheme=kept.scheme, about=about, details=details, by=by)
