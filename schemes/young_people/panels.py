"""What this room adds to a young person's record: the first meeting, time in care, other support."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.people.sharing import AFTER, BEFORE, shown_to_mentor
from schemes.young_people.queries import confirmed_category, worked_out_of


def young_person_panels(young_person, actor) -> list[Card]:
    if not actor.may(Permission.PEOPLE_READ, young_person):
        return []
    return [
        *_meetings(young_person),
        _sharing(young_person, actor),
        _care(young_person),
        *_signposts(young_person, actor),
    ]


def _meetings(young_person) -> list[Card]:
    meetings = list(young_person.first_meetings.all())
    shown = {"meetings": meetings}
    return [Card("First meeting", "schemes/young_people/meeting_panel.html", shown, column="main")] if meetings else []


def _care(young_person) -> Card:
    worked_out = worked_out_of(young_person, timezone.localdate())
    confirmed = confirmed_category(young_person)
    shown = {
        "confirmed": confirmed,
        "category": YoungPerson.CareStatus(worked_out.category).label if worked_out.category else "",
        "differs": bool(confirmed) and confirmed.worked_out != worked_out.category,
        "url": reverse("schemes:care_show", args=[young_person.scheme.slug, young_person.pk]),
    }
    folds = bool(confirmed) and not shown["differs"]
    return Card("Care leaver in law", "schemes/young_people/care_panel.html", shown, folds=folds)


def _signposts(young_person, actor) -> list[Card]:
    signposts = list(young_person.signposts.all())
    may_edit = actor.may(Permission.PEOPLE_EDIT, young_person)
    shown = {"signposts": signposts, "scheme": young_person.scheme, "may_edit": may_edit}
    folds = all(signpost.followed_up_on or not signpost.follow_up_on for signpost in signposts)
    return [Card("Other support", "schemes/young_people/signposts_panel.html", shown, folds=folds)] if signposts else []


def _sharing(young_person, actor) -> Card:
    """What a mentor reads, by its headings (R8)."""
    today, may_edit = timezone.localdate(), actor.may(Permission.PEOPLE_EDIT, young_person)
    shown = {
        moment: [heading.lower() for heading, _ in shown_to_mentor(young_person, today, moment=moment)]
        for moment in (BEFORE, AFTER)
    }
    shown["said_on"] = young_person.shares_said_on
    shown["url"] = reverse("schemes:sharing_edit", args=[young_person.scheme.slug, young_person.pk]) if may_edit else ""
    folds = bool(young_person.shares_said_on)
    return Card("What a mentor may read", "schemes/young_people/sharing_panel.html", shown, folds=folds)
