from matching.tests.readying import mentee_ready, mentor_ready
from mentoring.tests.kept import kept


@kept
def pair(cast):
    """The cast with a mentor and a young person who may be proposed to each other."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
