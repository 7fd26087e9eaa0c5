"""What matching adds to the tests' world, part by part: pairs at each stage of their way."""

from matching.tests.cover import world as cover
from matching.tests.endings import world as endings
from matching.tests.expenses import world as expenses
from matching.tests.pairing import pairing_world
from matching.tests.relationships import pair_world, relationships_world
from matching.tests.supervision import world as supervision
from matching.tests.support import world as support
from matching.tests.you_said import world as you_said


def build(world) -> None:
    pairing_world.build(world)
    pair_world.build(world)
    supervision.build(world)
    endings.build(world)
    relationships_world.build(world)
    you_said.build(world)
    support.build(world)
    expenses.build(world)
    cover.build(world)
