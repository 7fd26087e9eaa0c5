"""The demo's asks: one waits for the co-ordinator's answer, and one was answered to Jay and is not read yet."""

from matching.pairing.states import TOGETHER
from matching.relationships.asks.actions import ask_answer, ask_make

WAITS = ("pause", "My exams are in three weeks. Can we stop until then?")
ANSWERED = ("change", "Could we meet on Saturdays?", "Good idea. I asked, and Saturday works from next month on.")


def asks_load(stage) -> None:
    mentee = stage.users["mentee"]
    together = [match for match in stage.matches if match.state in TOGETHER and match.young_person.user]
    for match in together:
        if match.young_person.user == mentee:
            kind, words, answer = ANSWERED
            with stage.on(stage.day(4), hour=18):
                ask = ask_make(match=match, kind=kind, words=words, mentor_may_know=True, by=mentee)
            with stage.on(stage.day(2)):
                ask_answer(ask=ask, answer=answer, by=stage.users["coordinator"])
    other = next((match for match in together if match.young_person.user != mentee), None)
    if other:
        with stage.on(stage.day(1), hour=20):
            ask_make(match=other, kind=WAITS[0], words=WAITS[1], by=other.young_person.user)
