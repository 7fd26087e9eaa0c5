"""What somebody typed is never read as HTML, also where a form repeats it as a hint."""

from django.urls import reverse

from schemes.people.actions import young_person_edit


def test_words_of_a_young_person_stay_words_on_the_page_that_asks_what_a_mentor_reads(world):
    person = world.young_person
    young_person_edit(young_person=person, changes={"area": "<b hx-post=/x/>Leeds</b>"}, by=world.coordinator)
    where = reverse("schemes:sharing_edit", args=[world.scheme.slug, person.pk])
    page = world.client(world.coordinator).get(where).content.decode()
    assert "&lt;b hx-post=/x/&gt;Leeds" in page
    assert "<b hx-post" not in page
