"""What this room adds to the tests' world, part by part."""

from schemes.tests.people import joining_world
from schemes.tests.planning import world as planning
from schemes.tests.recruitment import import_access


def build(world) -> None:
    import_access.build(world)
    joining_world.build(world)
    planning.build(world)
