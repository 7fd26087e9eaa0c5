"""Dee has rung Zofia, and promised something."""

from django.utils import timezone

from matching.support.actions import check_in_add


def build(world) -> None:
    today = timezone.localdate()
    world.check_in = check_in_add(
        match=world.match, side="mentor", spoken_on=today, how="phone", words="Going well, a bit tired.",
        to_do="Send the list of free places", to_do_on=today, by=world.coordinator,
    )  # fmt: skip
