"""What a young person wrote only for themselves: kept, half typed, and deleted."""

from mentoring.tests.canary_kit import canary
from mentoring.web.actions import draft_keep
from schemes.young_people.diary.actions import NEW, diary_remove, diary_write


def plant(world) -> list:
    diary_write(words="Quartzfinch I sing in the bath", by=world.mentee)
    draft_keep(form_key=NEW, typed={"words": ["Quartzwren half a thought"]}, by=world.mentee)
    diary_remove(entry=diary_write(words="Quartzgull gone again", by=world.peer), by=world.peer)
    return [
        canary("Quartzfinch", "mentee"),
        canary("Quartzwren", "mentee"),
        canary("Quartzgull", ""),
    ]
