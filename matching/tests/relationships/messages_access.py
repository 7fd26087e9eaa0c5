"""Who reaches what the two write to each other: the two; staff only one that waits, or with a reason."""

from mentoring.tests.access_kit import page, portal


def match(world):
    return {"match_id": world.match.pk}


ACCESS = {
    "matching:message_list_mine": portal("mentor mentee", kwargs=match),
    "matching:message_report": portal("mentee", kwargs=lambda world: {"message_id": world.message.pk}, method="post"),
    "matching:message_list": page("coordinator lead", kwargs=match),
    "matching:message_decide": page("coordinator lead", kwargs=lambda world: {"message_id": world.held_message.pk}),
}
