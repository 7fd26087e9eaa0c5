"""What this room adds to the tests' world, part by part."""

from schemes.tests.people import joining_world
from schemes.tests.people.mailings import access as mailings
from schemes.tests.people.merging import access as merging
from schemes.tests.planning import world as planning
from schemes.tests.recruitment import import_access, recruit_access
from schemes.tests.training import world as training
from schemes.tests.young_people import young_people_world


def build(world) -> None:
    import_access.build(world)
    joining_world.build(world)
    recruit_access.build(world)
    training.build(world)
    merging.build(world)
    mailings.build(world)
    planning.build(world)
    young_people_world.build(world)
