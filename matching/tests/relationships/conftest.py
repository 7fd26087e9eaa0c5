import pytest

from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept


@kept
def pair(cast):
    """Zofia and Jay, together since today: `cast.match`."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)


@pytest.fixture
def phone(pair):
    """The mentor's telephone."""
    return pair.client(pair.mentor)
