"""What matching adds to the tests' world, part by part: pairs at each stage of their way."""

from matching.tests.endings import world as endings
from matching.tests.pairing import pairing_world
from matching.tests.relationships import pair_world, relationships_world
from matching.tests.supervision import world as supervision


def build(world) -> None:
    pairing_world.build(world)
    pair_world.build(world)
    supervision.build(world)
    endings.build(world)
    relationships_world.build(world)
