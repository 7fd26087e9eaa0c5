"""In which language a page speaks: whose choice counts, what is not in Welsh yet and says so, what stays English."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

from mentoring.accounts.models import User
from mentoring.conventions import modules
from mentoring.tests.access_kit import table, url_of
from mentoring.web import wording
from mentoring.web.language import pages_in

IN_WELSH = {"HTTP_ACCEPT_LANGUAGE": "cy-GB,cy;q=0.9,en;q=0.5"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def jay():
    return User.objects.make(email="jay@demo.example", name="Jay Holt", password="a long one, here")


def html_of(client, name, **extra) -> str:
    return client.get(reverse(name), **extra).content.decode()


def test_whoever_asks_for_nothing_reads_english(client):
    html = html_of(client, "account_login")
    assert '<html lang="en-GB">' in html
    assert "<h1>Sign in</h1>" in html


def test_a_phone_set_to_welsh_reads_welsh_before_anybody_has_signed_in():
    response = Client().get(reverse("account_login"), **IN_WELSH)
    html = response.content.decode()
    assert '<html lang="cy">' in html
    assert "<h1>Mewngofnodi</h1>" in html
    assert "Cyfrinair" in html
    assert response.headers["Content-Language"] == "cy"


def test_the_choice_counts_more_than_the_browser_and_is_gone_when_it_is_shut():
    phone = Client()
    answer = phone.post(reverse("language_choose"), {"language": "cy", "next": "/accounts/password/reset/"})
    assert answer.headers["Location"] == "/accounts/password/reset/"
    assert answer.cookies["language"]["max-age"] == ""
    assert "Wedi anghofio" in html_of(phone, "account_reset_password")
    phone.post(reverse("language_choose"), {"language": "en-gb"})
    assert '<html lang="en-GB">' in html_of(phone, "account_login", **IN_WELSH)


def test_the_account_keeps_it_for_every_device(client, jay):
    client.force_login(jay)
    client.post(reverse("language_choose"), {"language": "cy"})
    jay.refresh_from_db()
    assert jay.language == "cy"
    other_phone = Client()
    other_phone.force_login(jay)
    assert "Allgofnodi?" in html_of(other_phone, "account_logout")


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "no page", "/\\elsewhere.example"],
)
def test_changing_language_leads_to_no_other_site(client, elsewhere):
    answer = client.post(reverse("language_choose"), {"language": "cy", "next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_a_language_that_is_not_there_is_not_taken(client, jay):
    client.force_login(jay)
    assert client.post(reverse("language_choose"), {"language": "xx"}).status_code == 404
    jay.refresh_from_db()
    assert jay.language == ""
    assert client.get(reverse("language_choose")).status_code == 405


def test_a_page_that_is_not_in_welsh_yet_is_english_throughout_and_says_so_in_welsh(client, jay):
    client.force_login(jay)
    html = html_of(client, "notice_list", **IN_WELSH)
    main = html.split("<main")[1].split("</main>")[0]
    assert '<html lang="en-GB">' in html
    assert "What we told you" in main
    assert '<p class="note mb-3" lang="cy">Mae’r dudalen hon yn Saesneg am y tro.</p>' in main
    assert '<header class="bar" lang="cy">' in html
    assert "Gadael y dudalen" in html
    assert "Mewn perygl nawr?" in html


def test_staff_pages_stay_english_for_whoever_reads_welsh(cast):
    dee = cast.client(cast.coordinator)
    dee.post(reverse("language_choose"), {"language": "cy"})
    html = dee.get(reverse("schemes:volunteer_list", args=[cast.scheme.slug])).content.decode()
    assert '<html lang="en-GB">' in html
    assert "Saesneg" not in html


def test_a_welsh_reader_s_worry_reaches_the_lead_in_plain_english(cast):
    """What staff read is English, whatever language it was written under: nothing is said for them in Welsh."""
    jay = cast.client(cast.mentee)
    jay.post(reverse("language_choose"), {"language": "cy"})
    told = jay.post(reverse("safeguarding:concern_raise_mine"), {"danger": "no", "happened": "He shouted."})
    assert told.status_code == 302
    assert "Diolch am ddweud wrthon ni" in jay.get(told.headers["Location"]).content.decode()
    lead = cast.client(cast.lead)
    address = reverse("safeguarding:concern_list", args=[cast.scheme.slug])
    html = lead.get(address).content.decode()
    assert '<html lang="en-GB">' in html
    assert "heddiw" not in html


def test_days_and_spans_are_said_in_welsh():
    from datetime import date, datetime

    today = date(2026, 11, 26)
    with translation.override("cy"):
        assert wording.day_words(date(2026, 11, 26), today) == "dydd Iau 26 Tachwedd"
        assert wording.when_words(datetime(2026, 11, 27, 17, 30), today) == "yfory, 5.30 yp"  # noqa: DTZ001
        assert wording.distance(date(2026, 11, 28), today) == "ymhen 2 ddiwrnod"
        assert wording.months_words(26) == "2 flynedd a 2 fis"
        assert wording.listed(["Dee", "Sam"]) == "Dee a hefyd Sam"


def test_every_page_that_is_said_to_be_in_welsh_is_a_page():
    assert pages_in("cy") <= set(table())
    assert [room for room in modules("languages") if set(room.SPEAKS) - {"cy"}] == []


@pytest.fixture
def unsaid(monkeypatch) -> set[str]:
    """What was asked for in Welsh and is not there."""
    missing: set[str] = set()

    def listening(name):
        said = getattr(DjangoTranslation, name)

        def ask(self, *words):
            found = words[0] if name == "gettext" else (words[0], self.plural(words[2]))
            if self.language() == "cy" and words[0] and self._catalog.get(found) is None:
                missing.add(words[0])
            return said(self, *words)

        monkeypatch.setattr(DjangoTranslation, name, ask)

    listening("gettext")
    listening("ngettext")
    return missing


def test_every_page_that_is_said_to_be_in_welsh_has_all_of_its_words(world, unsaid):
    opened = 0
    for name in sorted(pages_in("cy")):
        row = table()[name]
        if row.method == "post":
            continue
        for person in ("mentee", "mentor", "peer") if row.kind != "public" else ("anonymous",):
            client = world.client(getattr(world, person, None))
            page = client.get(url_of(name, row, world), **IN_WELSH)
            if page.status_code == 200:
                opened += 1
                assert '<html lang="cy">' in page.content.decode(), name
    assert opened > 12
    assert unsaid == set()
