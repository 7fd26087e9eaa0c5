"""What is kept, and for how long, is told to whom it is about before they tell anything (issue 6; articles 13, 14)."""

import pytest
from django.urls import reverse

from mentoring.held.keeping import keeps, keeps_of
from safeguarding.keeping.notices import NOTICES


@pytest.mark.django_db
@pytest.mark.parametrize("whom", NOTICES)
def test_issue_6_a_notice_says_each_time_of_the_schedule_and_whom_to_ask(client, whom):
    """Given nobody signed in, when they open their notice, then it says what the schedule says, and the regulator."""
    page = client.get(reverse("safeguarding:privacy_for", args=[whom])).content.decode()
    assert keeps_of(whom)
    for keep in keeps_of(whom):
        assert keep.how_long in page
    assert "Information Commissioner" in page


@pytest.mark.django_db
def test_whom_there_is_no_notice_for_is_told_that_there_is_none(client):
    assert client.get(reverse("safeguarding:privacy_for", args=["cats"])).status_code == 404


@pytest.mark.django_db
def test_the_notice_is_one_step_from_signing_in(client):
    assert reverse("safeguarding:privacy") in client.get(reverse("account_login")).content.decode()


def test_a_manager_reads_the_whole_schedule_with_what_stays(cast):
    page = cast.client(cast.manager).get(reverse("safeguarding:keep_list", args=["sheffield"])).content.decode()
    for keep in keeps():
        assert keep.how_long in page
    assert page.count("Stays for that time") == sum(bool(keep.law) for keep in keeps())
