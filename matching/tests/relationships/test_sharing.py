"""R8: what was opened for "once we are a pair" is on the mentor's own page then, and what was not is nowhere."""

from django.urls import reverse

from schemes.people.actions import young_person_edit
from schemes.young_people.actions import sharing_decide


def test_r8_a_mentor_of_a_pair_reads_what_was_opened_for_then(pair):
    changes = {"phone": "07700 900456", "area": "Hillsborough", "gender": "Female"}
    young_person_edit(young_person=pair.young_person, changes=changes, by=pair.coordinator)
    mentors = pair.client(pair.mentor)
    assert "07700 900456" not in mentors.get(reverse("matching:me")).content.decode()
    sharing_decide(young_person=pair.young_person, shares={"phone": "after", "gender": "before"}, by=pair.mentee)
    page = mentors.get(reverse("matching:me")).content.decode()
    assert "07700 900456" in page
    assert "Female" in page
    assert "Hillsborough" not in page
