"""What this room shows on somebody's record: checks of a volunteer, consent of a young person."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card
from safeguarding.concerns.queries import has_open_hold
from safeguarding.consent.queries import consent_missing
from safeguarding.contact.queries import contact_now
from safeguarding.records.queries import corrections_noted
from safeguarding.vetting.queries import clearance_one
from schemes.people.permissions import Permission

#: States of a volunteer before anybody asks for a check, and those in which a missing one waits for somebody.
NOT_BEGUN = ("enquired", "applied", "interviewing", "withdrawn", "declined", "left")
CHECKS_MATTER = ("vetting", "training", "approved", "group-only")


def volunteer_panels(volunteer, actor) -> list[Card]:
    """Those who read vetting see what is missing; a supervisor sees cleared or not, and nothing else (roles.md)."""
    if not (actor.may(Permission.VETTING_READ, volunteer) or actor.may(Permission.MENTORS_READ, volunteer)):
        return []
    here = {"scheme": volunteer.scheme.slug, "volunteer_id": volunteer.pk}
    cleared = clearance_one(volunteer, timezone.localdate())
    shown = {
        "clearance": cleared,
        "on_hold": may_know_of_hold(volunteer, actor) and has_open_hold(volunteer),
        "show_detail": actor.may(Permission.VETTING_READ, volunteer),
        "url": reverse("safeguarding:check_show", kwargs=here),
    }
    needs = not cleared.is_clear and volunteer.state in CHECKS_MATTER and shown["show_detail"]
    folds = not cleared.is_clear and volunteer.state in NOT_BEGUN
    column = "main" if needs else "side"
    checks = Card("Checks", "safeguarding/vetting/check_panel.html", shown, column=column, folds=folds)
    return [checks, *noted_panel(volunteer, actor)]


def may_know_of_hold(volunteer, actor) -> bool:
    """Whoever matches, but for the one it holds back: it would tell them of a concern."""
    return actor.may(Permission.MATCH_EDIT, volunteer) and volunteer.user_id != actor.user.pk


def noted_panel(record, actor) -> list[Card]:
    """What they say is wrong and was left as it is, for whoever reads the record (UK GDPR, article 18)."""
    if not record.user_id or not actor.may(Permission.PEOPLE_READ, record):
        return []
    shown = {"noted": list(corrections_noted(record))}
    card = Card("They say that this is wrong", "safeguarding/records/noted_panel.html", shown)
    return [card] if shown["noted"] else []


def young_person_panels(young_person, actor) -> list[Card]:
    """Whose yes is there and whose is missing, for those who read people."""
    if not actor.may(Permission.PEOPLE_READ, young_person):
        return []
    here = {"scheme": young_person.scheme.slug, "young_person_id": young_person.pk}
    shown = {
        "missing": consent_missing(young_person, young_person.scheme, timezone.localdate()),
        "url": reverse("safeguarding:consent_show", kwargs=here),
    }
    needs = bool(shown["missing"]) and young_person.state in ("met", "waiting")
    column = "main" if needs else "side"
    consent = Card("Consent", "safeguarding/consent/consent_panel.html", shown, column=column, folds=not needs)
    return [*contact_panels(young_person, actor), consent, *noted_panel(young_person, actor)]


def contact_panels(young_person, actor) -> list[Card]:
    """Which ways are not safe, before anybody writes, rings or goes there. Nobody reads their own as staff."""
    if young_person.user_id == actor.user.pk:
        return []
    here = {"scheme": young_person.scheme.slug, "young_person_id": young_person.pk}
    contact = contact_now(young_person)
    warns = bool(contact and contact.warns)
    shown = {"contact": contact, "url": reverse("safeguarding:safe_contact", kwargs=here)}
    column, panel = "main" if warns else "side", "safeguarding/contact/contact_panel.html"
    return [Card("Reaching them", panel, shown, column=column, folds=not warns)]
