"""What this room shows on somebody's record: checks of a volunteer, consent of a young person."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card
from safeguarding.concerns.queries import has_open_hold
from safeguarding.consent.queries import consent_missing
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
    return [Card("Checks", "safeguarding/vetting/check_panel.html", shown, column=column, folds=folds)]


def may_know_of_hold(volunteer, actor) -> bool:
    """Whoever matches, but for the one it holds back: it would tell them of a concern."""
    return actor.may(Permission.MATCH_EDIT, volunteer) and volunteer.user_id != actor.user.pk


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
    return [Card("Consent", "safeguarding/consent/consent_panel.html", shown, column=column, folds=not needs)]
