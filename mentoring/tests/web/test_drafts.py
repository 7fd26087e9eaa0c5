"""Drafts are saved as typed (look and words): a time-out, a flat battery or a closed tab loses nothing."""

import pytest
from django import forms
from django.db import connection
from django.urls import reverse

from mentoring.accounts.models import User
from mentoring.web import actions
from mentoring.web.drafts import draft_initial
from mentoring.web.forms import DatePartsField, KitForm

pytestmark = pytest.mark.django_db
URL = "/drafts/session-7/"


class SessionForm(KitForm):
    words = forms.CharField()
    born_on = DatePartsField()
    days = forms.MultipleChoiceField(choices=[("mon", "Monday"), ("sat", "Saturday")])


@pytest.fixture
def kofi():
    return User.objects.make(email="kofi@demo.example", name="Kofi", password="a long one, here")


@pytest.fixture
def zofia():
    return User.objects.make(email="zofia@demo.example", name="Zofia", password="a long one, here")


def test_what_is_typed_comes_back_in_every_kind_of_field(client, kofi):
    client.force_login(kofi)
    typed = {"words": "We cooked", "born_on_day": "27", "days": ["mon", "sat"], "csrfmiddlewaretoken": "x"}
    assert client.post(URL, typed).status_code == 204

    form = SessionForm(initial=draft_initial(kofi, "session-7", SessionForm))

    assert 'value="We cooked"' in str(form["words"])
    assert 'value="27"' in str(form["born_on"])
    assert str(form["days"]).count("selected") == 2


def test_the_newest_state_wins_and_nobody_else_gets_it(client, kofi, zofia):
    client.force_login(kofi)
    client.post(URL, {"words": "We"})
    client.post(URL, {"words": "We cooked"})
    assert draft_initial(kofi, "session-7", SessionForm) == {"words": "We cooked"}
    assert draft_initial(zofia, "session-7", SessionForm) == {}


def test_what_was_sent_is_forgotten(client, kofi):
    actions.draft_keep(form_key="session-7", typed={"words": ["We"]}, by=kofi)
    actions.draft_drop(form_key="session-7", by=kofi)
    assert draft_initial(kofi, "session-7", SessionForm) == {}


def test_the_database_holds_no_word_of_it_in_clear_and_no_password(client, kofi):
    client.force_login(kofi)
    client.post(URL, {"words": "We cooked", "password": "secret"})
    with connection.cursor() as cursor:
        cursor.execute("select typed from mentoring_draft")
        assert "cooked" not in cursor.fetchone()[0]
    assert "password" not in kofi.drafts.get().typed


def test_a_draft_is_no_place_to_store_a_book(client, kofi):
    client.force_login(kofi)
    assert client.post(URL, {"words": "x" * 100_001}).status_code == 413
    assert client.post(f"/drafts/{'k' * 121}/", {"words": "x"}).status_code == 413


def test_only_who_is_signed_in_keeps_drafts(client):
    assert client.post(URL, {"words": "We"})["Location"].startswith(reverse("account_login"))
