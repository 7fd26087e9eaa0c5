"""The demo's one page that is only for its owner: sign in as Jay to read it, and as anybody else to look for it."""

from schemes.young_people.diary.actions import diary_write

WORDS = "Rang the college myself today. Did not tell anyone yet. Want to see first if it works out."


def diary_load(stage) -> None:
    with stage.on(stage.day(6), hour=21):
        diary_write(words=WORDS, by=stage.users["mentee"])
