"""One pair of sentences that young people read."""

from matching.you_said.actions import you_said_publish, you_said_write


def build(world) -> None:
    told = {"said": "Cafés are dear.", "did": "Every pair has ten pounds a month.", "by": world.coordinator}
    world.you_said = you_said_publish(
        you_said=you_said_write(scheme=world.scheme, **told), shown=True, by=world.coordinator
    )
