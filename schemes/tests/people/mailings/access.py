"""Writing to a list is for those who may edit people; anybody who got a message may stop them."""

from mentoring.tests.access_kit import page, public_page
from schemes.people.mailings.actions import mailing_send, mailing_write
from schemes.people.queries import roster_rows
from schemes.people.rosters import Filters


def kind(world):
    return {"kind": "volunteers"}


def draft(world):
    return {"kind": "volunteers", "mailing_id": world.mailing.pk}


def sent(world):
    return {"kind": "volunteers", "mailing_id": world.sent_mailing.pk}


def link(world):
    return {"scheme": world.scheme.slug, "recipient_id": world.sent_mailing.recipients.filter(left_out="").first().pk}


ACCESS = {
    "schemes:mailing_list": page("coordinator", kwargs=kind),
    "schemes:mailing_write": page("coordinator", kwargs=kind),
    "schemes:mailing_show": page("coordinator", kwargs=draft),
    "schemes:mailing_edit": page("coordinator", kwargs=draft),
    "schemes:mailing_send": page("coordinator", kwargs=draft, method="post", data=lambda world: {"number": 1}),
    "schemes:mailing_retry": page("coordinator", kwargs=sent, method="post"),
    "schemes:mailing_drop": page("coordinator", kwargs=draft, method="post"),
    "schemes:mail_no_more": public_page(kwargs=link),
}


def build(world) -> None:
    def written(subject):
        return mailing_write(
            scheme=world.scheme, kind="volunteers", filters={"state": "approved"}, subject=subject,
            words="Hello {first name}, supper is on Friday.", by=world.coordinator,
        )  # fmt: skip

    world.mailing, world.sent_mailing = written("Supper"), written("Supper again")
    actor = world.actor(world.coordinator).within(world.scheme)
    number = roster_rows(type(world.volunteer), actor, world.scheme, Filters(state="approved")).count()
    mailing_send(mailing=world.sent_mailing, number=number, actor=actor)
    world.sent_mailing.refresh_from_db()
