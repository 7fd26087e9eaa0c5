"""Who reaches signs: staff who may read the match, and who may write down what they found."""

from mentoring.tests.access_kit import page

ACCESS = {
    "matching:sign_list": page("coordinator lead supervisor"),
    "matching:sign_counts": page("coordinator lead supervisor"),
    "matching:sign_note_add": page("coordinator supervisor", kwargs=lambda world: {"match_id": world.match.pk}),
}
