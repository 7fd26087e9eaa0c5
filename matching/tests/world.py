"""What matching adds to the tests' world, part by part: pairs at each stage of their way."""

from matching.tests.pairing import pairing_world


def build(world) -> None:
    pairing_world.build(world)
