from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept


@kept
def pair(cast):
    """Zofia and Jay, together since today, introduced by Dee: `cast.match`."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)
