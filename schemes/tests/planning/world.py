"""A plan with an action and a policy in it, made by the actions."""

from datetime import date

from schemes.planning import actions, models


def build(world) -> None:
    world.plan_action = actions.plan_item_save(
        item=models.Action(
            scheme=world.scheme, words="Write the leaflet", starts_on=date(2026, 10, 1), due_on=date(2026, 12, 1)
        ),
        by=world.coordinator,
    )
    world.policy = actions.plan_item_save(
        item=models.Policy(
            scheme=world.scheme, title="Lone working", body="Tell somebody.", review_on=date(2027, 6, 1)
        ),
        by=world.coordinator,
    )
