"""A mentor asked for everything held on him nine days ago; a young person says that something is wrong."""

from safeguarding.records import actions


def records_load(stage) -> None:
    scheme = stage.schemes["south-yorkshire"]
    with stage.on(stage.day(9), hour=20):
        peer = stage.users["peer"]
        actions.access_ask(scheme=scheme, user=peer, words="What was said when I was taken on, most of all.", by=peer)
    with stage.on(stage.day(2), hour=18):
        words = "It says S65. We moved to S60 in the summer, so the café by the station is nearer now."
        actions.correction_ask(scheme=scheme, about="Where I live", words=words, by=stage.users["mentee"])
