"""The demo's messages: a few between the two who are shown to visitors, and one that is held."""

from matching.relationships.messages.actions import message_send, messages_read
from matching.relationships.messages.queries import may_write

#: Days ago, at what hour, who wrote it, what.
SAID = (
    (9, 17, "mentor", "Great to see you on Thursday. I found that pasta recipe, I’ll bring it."),
    (9, 18, "mentee", "Nice one. Can we do the shopping first?"),
    (2, 12, "mentor", "Yes! Let’s meet at the shop and walk over."),
    (1, 16, "mentee", "ok cool. My new number is 07700 900123 btw"),
)


def messages_load(stage) -> None:
    for match in stage.matches:
        if match.young_person.user == stage.users["mentee"] and may_write(match):
            for days, hour, side, words in SAID:
                _say(stage, match, stage.day(days), hour, side, words)


def _say(stage, match, day, hour, side, words) -> None:
    mentor, mentee = match.volunteer.user, match.young_person.user
    with stage.on(day, hour):
        message_send(match=match, words=words, by=mentor if side == "mentor" else mentee)
        messages_read(match=match, by=mentee if side == "mentor" else mentor)
