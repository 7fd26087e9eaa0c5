"""Campaigns: their own link, a poster, and what each was worth (S9; "cost per approved mentor")."""

import re
from datetime import date
from decimal import Decimal

import pytest
import segno
from django.conf import settings

from schemes.people.actions import volunteer_add, volunteer_edit, volunteer_move
from schemes.people.models import Volunteer
from schemes.recruitment.actions import campaign_add, campaign_edit
from schemes.recruitment.campaign_yield import CampaignYield, whole
from schemes.recruitment.campaigns.poster import qr_square
from schemes.recruitment.campaigns.queries import campaign_yields, open_campaigns
from schemes.tests.people import joining_world as way

JOIN = "/join/sheffield/volunteer/"


def campaign(world, channel, cost):
    return campaign_add(
        scheme=world.scheme, channel=channel, began_on=date(2026, 1, 5), cost=Decimal(cost), by=world.coordinator
    )


# --- figures, over plain values -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("approved", "cost", "each"),
    [(0, "80.00", None), (0, "0", None), (1, "80.00", "80.00"), (3, "100.00", "33.33"), (8, "100.05", "12.51")],
)
def test_the_cost_of_each_approved_mentor_is_none_while_there_is_none(approved, cost, each):
    found = CampaignYield(9, 9, 9, approved, Decimal(cost))
    assert found.cost_per_approved == (each and Decimal(each))


def test_the_scheme_as_a_whole_is_the_sum_with_those_nobody_knows():
    radio, not_known = CampaignYield(4, 3, 2, 1, Decimal(80)), CampaignYield(2, 1, 1, 1)
    assert whole([radio, not_known]) == CampaignYield(6, 4, 3, 2, Decimal(80))
    assert whole([]) == CampaignYield()


# --- a hand-worked example ------------------------------------------------------------------------------------------
@pytest.fixture
def example(cast):
    """Worked by hand (issue "Joining", done when 5, the half about cost).

    Radio £240: Ann, Bea, Cal and Don asked; Ann was approved and left; Bea applied and withdrew; Cal was interviewed
    and not taken on; Don only asked. → asked 4, applied 3, interviewed 2, approved 1; £240.00 each.
    Fair £95: Eve and Fay asked, Eve applied. → 2, 1, 0, 0; nobody approved, so no figure.
    Friend £0: Gus was approved. → 1, 1, 1, 1; £0.00.
    Not known: Hal asked, and the three of the cast. → 4, 0, 0, 0.
    Whole: asked 11, applied 5, interviewed 3, approved 2, £335 → £167.50 each.
    """
    way._training(cast)
    radio, fair, friend = campaign(cast, "Radio", 240), campaign(cast, "Fair", 95), campaign(cast, "Friend", 0)
    heard = {
        "Ann": radio,
        "Bea": radio,
        "Cal": radio,
        "Don": radio,
        "Eve": fair,
        "Fay": fair,
        "Gus": friend,
        "Hal": None,
    }
    people = {
        name: volunteer_add(scheme=cast.scheme, name=name, heard_from=source, by=cast.coordinator)
        for name, source in heard.items()
    }

    def move(name, to, why=""):
        volunteer_move(volunteer=people[name], to=to, why=why, by=cast.coordinator)

    for name in ("Ann", "Gus"):
        way.approve(cast, people[name])
    move("Ann", "left")
    move("Bea", "applied")
    move("Bea", "withdrawn", "New job.")
    way.to_interview(cast, people["Cal"])
    way.interviewed(cast, people["Cal"], outcome="no")
    move("Eve", "applied")
    return {"radio": radio, "fair": fair, "friend": friend}


def test_the_yield_of_campaigns_equals_the_hand_worked_example(cast, example):
    table = campaign_yields(cast.scheme)
    found = {row.channel: figures for row, figures in table.rows}
    assert found["Radio"] == CampaignYield(4, 3, 2, 1, Decimal(240))
    assert found["Fair"] == CampaignYield(2, 1, 0, 0, Decimal(95))
    assert found["Friend"] == CampaignYield(1, 1, 1, 1, Decimal(0))
    assert table.not_known == CampaignYield(4, 0, 0, 0, Decimal(0))
    assert table.whole == CampaignYield(11, 5, 3, 2, Decimal(335))
    assert [found[name].cost_per_approved for name in ("Radio", "Fair", "Friend")] == [Decimal(240), None, Decimal(0)]
    assert table.whole.cost_per_approved == Decimal("167.50")


def test_the_page_says_the_same_and_counts_those_of_whom_it_is_not_known(cast, example):
    page = cast.client(cast.coordinator).get("/schemes/sheffield/people/campaigns/").content.decode()
    for words in ("Not known", "£167.50", "£240.00", "nobody is approved yet", "The scheme as a whole"):
        assert words in page, words


def test_one_scheme_counts_nobody_of_another(cast):
    volunteer_add(scheme=cast.other_scheme, name="Far", by=cast.outsider)
    assert campaign_yields(cast.other_scheme).whole.asked == 1


# --- the link and the poster ----------------------------------------------------------------------------------------
@pytest.fixture
def radio(cast):
    return campaign(cast, "Radio", 80)


def test_whoever_comes_by_the_link_of_a_campaign_is_counted_there_and_not_asked(cast, client, radio):
    page = client.get(f"{JOIN}?from={radio.code}").content.decode()
    assert "How did you hear" not in page
    client.post(f"{JOIN}?from={radio.code}", {"name": "Ann", "phone": "07700 900123"})
    assert Volunteer.objects.get(name="Ann").heard_from == radio


def test_without_a_link_the_form_asks_and_leaving_it_out_is_counted_as_not_known(cast, client, radio):
    assert "How did you hear" in client.get(JOIN).content.decode()
    client.post(JOIN, {"name": "Ann", "phone": "07700 900123"})
    assert campaign_yields(cast.scheme).not_known.asked == 4  # Ann and the three of the cast


@pytest.mark.parametrize("code", ["", "nonsense", "00000000", "\x00", "9" * 4000])
def test_a_link_with_a_wrong_code_still_takes_the_enquiry(cast, client, radio, code):
    sent = client.post(JOIN, {"name": "Ann", "phone": "07700 900123"}, query_params={"from": code})
    assert sent.status_code == 302
    assert Volunteer.objects.get(name="Ann").heard_from is None


def test_a_campaign_of_another_scheme_counts_nothing_here(cast, client):
    far = campaign_add(
        scheme=cast.other_scheme, channel="Far", began_on=date(2026, 1, 5), cost=Decimal(0), by=cast.outsider
    )
    client.post(f"{JOIN}?from={far.code}", {"name": "Ann", "phone": "07700 900123"})
    assert Volunteer.objects.get(name="Ann").heard_from is None


def test_somebody_who_asks_again_by_a_link_is_found_and_their_source_kept(cast, client, radio):
    fair = campaign(cast, "Fair", 0)
    for source in (None, radio, fair):
        client.post(f"{JOIN}?from={source.code if source else ''}", {"name": "Ann", "email": "ann@x.example"})
    assert Volunteer.objects.get(email="ann@x.example").heard_from == radio  # the first that is known stays


def test_a_campaign_that_has_ended_is_no_longer_offered_and_its_poster_goes_on_counting(cast, client, radio):
    campaign_edit(campaign=radio, changes={"ended_on": date(2026, 3, 1)}, by=cast.coordinator)
    assert list(open_campaigns(cast.scheme)) == []
    client.post(f"{JOIN}?from={radio.code}", {"name": "Ann", "phone": "07700 900123"})
    assert Volunteer.objects.get(name="Ann").heard_from == radio


def test_the_poster_shows_the_address_as_words_and_as_a_square(cast, radio):
    """The square is decoded from its own drawing in the browser journey; here: words, drawing, nothing fetched."""
    campaign_edit(campaign=radio, changes={"poster_words": "Come & mentor."}, by=cast.coordinator)
    page = cast.client(cast.coordinator).get(f"/schemes/sheffield/people/campaigns/{radio.pk}/poster/").content.decode()
    assert f"{settings.SITE_URL}{JOIN}?from={radio.code}" in page
    assert "Come &amp; mentor." in page
    assert re.search(r"<svg[^>]*>.*</svg>", page, re.DOTALL)


def test_a_campaign_is_changed_and_ended_on_its_page(cast, radio):
    client, url = cast.client(cast.coordinator), f"/schemes/sheffield/people/campaigns/{radio.pk}/edit/"
    sent = {"channel": "Local radio", "began_on": "5/1/2026", "ended_on": "1/1/2026", "cost": "90"}
    wrong = client.post(url, sent)
    assert wrong.status_code == 422
    assert "Local radio" in wrong.content.decode()
    assert client.post(url, {**sent, "ended_on": "1/3/2026"}).status_code == 302
    radio.refresh_from_db()
    assert (radio.channel, radio.ended_on, radio.cost) == ("Local radio", date(2026, 3, 1), Decimal(90))


def test_the_table_asks_as_much_of_one_campaign_as_of_many(cast, django_assert_num_queries):
    for number in range(12):
        source = campaign(cast, f"Way {number}", number)
        volunteer = volunteer_add(scheme=cast.scheme, name=f"V{number}", by=cast.coordinator)
        volunteer_edit(volunteer=volunteer, changes={"heard_from": source}, by=cast.coordinator)
    with django_assert_num_queries(2):
        campaign_yields(cast.scheme)


def test_the_square_on_the_poster_is_the_code_of_its_address():
    """Every dark module of the drawing, read back from its lines, is one of the code and the other way round."""
    address = "https://mentoring.example/join/sheffield/volunteer/?from=39612ce6"
    path = re.search(r'class="qrline"[^>]* d="([^"]+)"', qr_square(address)).group(1)
    dark, x, y = set(), 0, 0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", path):
        if command == "h":
            dark |= {(x + step, y) for step in range(int(first))}
            x += int(first)
        else:
            x, y = (0, 0) if command == "M" else (x, y)
            x, y = x + int(float(first)), y + int(float(second) - (0.5 if command == "M" else 0))
    code = segno.make(address, error="q", micro=False).matrix_iter(border=4)
    assert dark == {(column, row) for row, line in enumerate(code) for column, module in enumerate(line) if module}
