"""L9: whichever door a whole postcode comes in by, the first half of it is kept and nothing more."""

import pytest
from django.urls import reverse

from schemes.people.forms import VolunteerAddForm, VolunteerEditForm, YoungPersonAddForm, YoungPersonEditForm
from schemes.people.models import Volunteer, YoungPerson
from schemes.recruitment.asking.questions import WhereQuestion
from schemes.recruitment.forms.referring import ReferralForm
from schemes.recruitment.forms.volunteering import AboutYouForm


@pytest.mark.parametrize(
    "form",
    [
        VolunteerAddForm,
        VolunteerEditForm,
        YoungPersonAddForm,
        YoungPersonEditForm,
        WhereQuestion,
        ReferralForm,
        AboutYouForm,
    ],
)
def test_every_form_that_asks_where_takes_a_whole_postcode_and_says_what_is_kept(form):
    field = form.base_fields["outcode"]
    assert field.clean("eh6 7ab") == "EH6"
    assert "first half" in field.help_text or "just that bit" in field.help_text


def test_the_half_is_on_the_record_and_the_rest_is_nowhere(cast):
    desk = cast.client(cast.coordinator)
    url = reverse("schemes:young_person_add", args=[cast.scheme.slug])
    sent = {"name": "Robin", "phone": "07700 900123", "outcode": "EH6 7AB", "young_person_agreed": "on"}
    shown = desk.post(url, sent, follow=True).content.decode()
    assert YoungPerson.objects.get(name="Robin").outcode == "EH6"
    assert "EH6" in shown
    assert "7AB" not in shown


def test_what_is_no_postcode_is_said_and_nothing_is_lost(cast):
    url = reverse("schemes:volunteer_add", args=[cast.scheme.slug])
    page = cast.client(cast.coordinator).post(url, {"name": "Ash Low", "phone": "07700 900123", "outcode": "Leith"})
    assert page.status_code == 422
    assert "Write the first half of a postcode" in page.content.decode()
    assert not Volunteer.objects.filter(name="Ash Low").exists()
