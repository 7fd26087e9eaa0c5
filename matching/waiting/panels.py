"""What holds a young person up, on their record, each with its age (L10)."""

from django.utils import timezone

from matching.waiting.queries import barriers_of_one
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def young_person_panels(young_person, actor) -> list[Card]:
    if not actor.may(Permission.PEOPLE_READ, young_person):
        return []
    today = timezone.localdate()
    held = [(barrier, barrier.days(today)) for barrier in barriers_of_one(young_person, today)]
    shown = {"held": held, "scheme": young_person.scheme}
    title, template = "What holds them up", "matching/waiting/barriers_panel.html"
    return [Card(title, template, shown, column="main")] if held else []
