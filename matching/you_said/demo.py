"""The demo's two pairs that young people read, and one that the co-ordinator has not shown yet."""

from matching.you_said.actions import you_said_publish, you_said_write

PAIRS = (
    (
        "Meeting in cafés gets expensive.",
        "Every pair can spend £10 a month, and we made a list of places that are free.",
        70,
    ),
    ("You wanted to know who you could get before you meet.", "You can now read three short profiles and pick.", 30),
)
NOT_YET = ("It is hard to reach us in the evening.", "From March there is somebody on the phone until 8, Tuesdays.")


def you_said_load(stage) -> None:
    scheme, by = stage.schemes["south-yorkshire"], stage.users["coordinator"]
    for said, did, days in PAIRS:
        with stage.on(stage.day(days)):
            you_said_publish(you_said=you_said_write(scheme=scheme, said=said, did=did, by=by), shown=True, by=by)
    said, did = NOT_YET
    you_said_write(scheme=scheme, said=said, did=did, by=by)
