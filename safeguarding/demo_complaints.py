"""Two complaints: one of Jay's about Dee, which Dee does not know of, and one of a mentor's that was put right."""

from safeguarding.complaints import actions


def complaints_load(stage) -> None:
    scheme, dee = stage.schemes["south-yorkshire"], stage.users["coordinator"]
    mentor, jay = stage.users["mentor"], stage.users["mentee"]
    with stage.on(stage.day(75), hour=17):
        settled = actions.complaint_make(
            scheme=scheme,
            wants="complaint",
            words="I have waited nine weeks for the bus fares that you promised to pay back.",
            hoped_for="Pay them, and say when the next ones come.",
            is_independent=False,
            by=mentor,
        )
    with stage.on(stage.day(74), hour=9):
        actions.complaint_take_on(complaint=settled, by=dee)
    with stage.on(stage.day(70), hour=11):
        words = "You are right, and we are sorry. The fares went out today. They are paid every second Friday now."
        actions.complaint_answer(complaint=settled, words=words, by=dee)
    with stage.on(stage.day(68), hour=20):
        actions.complaint_settle(complaint=settled, by=mentor)
    with stage.on(stage.day(1), hour=18):
        actions.complaint_make(
            scheme=scheme,
            wants="complaint",
            words="Dee told my carer what I said about moving out. I said it to her and nobody else.",
            hoped_for="I want her to ask me first.",
            about_users=[dee],
            by=jay,
        )
