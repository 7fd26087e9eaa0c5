"""The demo's messages: one that went to every approved volunteer, one that waits for a second look."""

from schemes.people.gates import actor_of
from schemes.people.mailings.actions import mailing_send, mailing_write
from schemes.people.mailings.queries import addressed, filters_of

SUPPER = """Hello {first name},

our autumn supper is on Friday week at six, in the hall. Bring nobody but yourself; there will be soup.

Tell us if you cannot eat something."""


def mailings_load(stage, scheme) -> None:
    by = stage.users["coordinator"]
    actor = actor_of(by).within(scheme)
    with stage.on(stage.day(20)):
        supper = mailing_write(
            scheme=scheme, kind="volunteers", filters={"state": "approved"}, subject="Supper on Friday week",
            words=SUPPER, by=by,
        )  # fmt: skip
        found = addressed(actor, scheme, "volunteers", filters_of(supper))
        mailing_send(mailing=supper, number=len(found.people), actor=actor)
    with stage.on(stage.day(1)):
        words = "Hello {first name},\n\nthe office is shut from Christmas Eve until the second of January."
        mailing_write(scheme=scheme, kind="young-people", filters={}, subject="When we are shut", words=words, by=by)
