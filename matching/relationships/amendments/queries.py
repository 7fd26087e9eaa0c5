"""Reading what a session said before, and whether it is locked (S13, S14)."""

from django.utils.dateparse import parse_datetime
from django.utils.timezone import localdate, localtime

from matching.relationships.agreements.rules import changes_between
from matching.relationships.amendments.models import SessionAmendment
from matching.relationships.models import MentoringSession
from matching.supervision.models import Supervision
from mentoring.web.wording import listed, when_words

#: What a version holds, in the order in which it is read, and what it is called.
PARTS = {
    "planned_at": "When",
    "outcome": "Did it happen?",
    "called_off_by": "Who called it off",
    "reason": "What came up",
    "minutes": "Minutes",
    "kind": "What kind",
    "channel": "How",
    "topics": "What about",
    "home_safe": "Home safely",
    "mentor_feeling": "How it went for the mentor",
    "shared_note": "What they did",
    "mentor_note": "For staff",
}


def supervised_at(volunteer):
    """The time of the mentor's newest supervision that was held; None where there was none."""
    held = Supervision.objects.filter(volunteer=volunteer, outcome=Supervision.Outcome.HELD)
    return held.order_by("-planned_at").values_list("planned_at", flat=True).first()


def was_before(session, supervised) -> bool:
    """Did that supervision come after the session, and after it was written down?"""
    return bool(supervised) and supervised > max(session.planned_at, session.logged_at or session.planned_at)


def is_locked(session) -> bool:
    """Has a supervision of whoever met the young person been held since? Then it may have been talked about there. Once
    amended it stays so, whatever day it now says."""
    held_by = session.with_cover.volunteer_id if session.with_cover_id else session.match.volunteer_id
    return was_before(session, supervised_at(held_by)) or session.amendments.exists()


def version_of(session) -> dict:
    """The session as it stands, as plain values."""
    version = {name: getattr(session, name) for name in PARTS}
    return {**version, "planned_at": session.planned_at.isoformat()}


def version_words(version: dict) -> dict[str, str]:
    """{heading: words}; what was not said is left out."""
    return {label: said for name, label in PARTS.items() if (said := _said(name, version.get(name)))}


def _said(name: str, value) -> str:
    field = MentoringSession._meta.get_field(name)
    if name == "planned_at":
        return when_words(localtime(parse_datetime(value)), localdate())
    if name == "topics":
        return listed([words for key, words in MentoringSession.Topic.choices if key in value])
    if name == "home_safe":
        return {True: "Yes", False: "Not known"}.get(value, "")
    return dict(field.choices).get(value, "") if field.choices else str(value or "")


def amendments_of(sessions, actor) -> dict:
    """session key → its amendments that this person may read, the oldest first; each carries `changes`, from the
    version before it to the one after."""
    found, newer = {}, {session.pk: version_of(session) for session in sessions}
    rows = SessionAmendment.objects.visible_to(actor).filter(session__in=newer).select_related("by")
    for amendment in rows.order_by("-created_at"):
        key = amendment.session_id
        amendment.changes = changes_between(version_words(amendment.before), version_words(newer[key]))
        newer[key] = amendment.before
        found.setdefault(key, []).insert(0, amendment)
    return found
