"""The pieces that pages are built from, and the look's own promises: contrast, no inline code, the way out."""

import hashlib
import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django import forms
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from mentoring.accounts.models import User
from mentoring.home.cards import TodayRow
from mentoring.web.context import marked
from mentoring.web.forms import DatePartsField, KitForm, ScaleField

LONDON = ZoneInfo("Europe/London")
STATIC = Path(settings.BASE_DIR) / "static"


def drawn(source: str, **context) -> str:
    return Template(source).render(Context(context))


class TestPieces:
    def test_a_card_holds_what_stands_inside_and_escapes_its_title(self):
        html = drawn("{% card title tone='warn' %}<p>{{ words }}</p>{% endcard %}", title="<b>", words="<i>")
        assert 'class="sheet sheet-warn"' in html
        assert "<h2>&lt;b&gt;</h2><p>&lt;i&gt;</p>" in html

    def test_an_empty_list_says_so_even_inside_a_loop_that_has_its_own_empty(self):
        html = drawn(
            "{% for x in xs %}{{ x }}{% empty %}{% empty 'Nothing yet' %}<p>Add one.</p>{% endempty %}{% endfor %}"
        )
        assert "Nothing yet" in html
        assert "<p>Add one.</p>" in html

    def test_an_icon_is_hidden_from_screen_readers_because_a_word_stands_beside_it(self):
        assert 'aria-hidden="true"' in drawn("{% icon 'flag' %}")

    def test_an_icon_that_does_not_exist_is_told_at_once(self):
        with pytest.raises(TemplateSyntaxError, match="no icon called"):
            drawn("{% icon '../../secret' %}")

    @time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=LONDON), tick=False)
    def test_a_row_of_today_has_badge_sentence_and_a_button_that_names_it_aloud(self):
        row = TodayRow(date(2026, 11, 19), "Check in with Kofi", "/x/", detail="week 2", button="Log it")
        html = drawn("{% today_row row %}", row=row)
        assert '<span class="pill pill-overdue">Overdue 3 days</span>' in html
        assert 'Log it<span class="visually-hidden">: Check in with Kofi</span>' in html

    def test_a_row_that_sends_carries_the_token_against_forgery(self):
        row = {"words": "Confirm", "url": "/x/", "button": "Yes"}
        html = drawn("{% today_row row post=True %}", row=row, csrf_token="tok")
        assert '<form method="post" action="/x/">' in html
        assert 'value="tok"' in html

    def test_a_step_says_its_state_in_words_and_not_by_colour_alone(self):
        html = drawn("{% steps items %}", items=[{"number": 3, "name": "Resources", "state": "missing"}])
        assert "something is missing" in html

    def test_facts_may_be_changed_where_an_address_is_given(self):
        html = drawn("{% fact_list facts %}", facts=[("Mentor", "Zofia", "/x/"), ("Since", "14 August")])
        assert html.count("Change<span") == 1


@time_machine.travel(datetime(2026, 7, 1, 0, 30, tzinfo=LONDON), tick=False)
def test_days_follow_the_clock_in_london_not_the_one_in_greenwich():
    """Half past midnight in July is still yesterday in universal time."""
    instant = datetime(2026, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert drawn("{{ at|when }} {{ at|ago }} {{ at|day }}", at=instant) == "today, 12.30 am today Wednesday 1 July"


@pytest.mark.parametrize("name", ["day", "short_day", "when", "at_time", "ago", "in_days", "months"])
def test_a_day_that_is_not_there_is_left_blank(name):
    assert drawn("{{ at|" + name + " }}", at=None) == ""


class OneOfEach(KitForm):
    name = forms.CharField(label="What is your name?", help_text="As friends say it.")
    born_on = DatePartsField(label="When were you born?")
    sure = ScaleField(label="How sure are you?")
    ok = forms.BooleanField(label="I agree")


class TestForms:
    """Hint above the field, error beside it and in the summary with links."""

    def test_every_mistake_stands_in_the_summary_with_a_link_to_its_field(self):
        form = OneOfEach({})
        html = drawn("{% form_errors form %}", form=form)
        targets = re.findall(r'href="#([^"]+)"', html)
        page = drawn("{% for bound in form %}{% field bound %}{% endfor %}", form=form)
        assert len(targets) == 4
        assert all(f'id="{target}"' in page for target in targets)
        assert 'role="alert"' in html

    def test_a_form_not_yet_sent_has_no_summary(self):
        assert drawn("{% form_errors form %}", form=OneOfEach()).strip() == ""

    def test_hint_and_error_stand_above_the_control_and_are_read_with_it(self):
        html = drawn("{% field form.name %}", form=OneOfEach({}))
        assert 'aria-describedby="id_name_helptext id_name_error"' in html
        assert html.index("id_name_helptext") < html.index("id_name_error") < html.index("<input")

    def test_the_forms_of_the_pack_draw_fields_in_the_same_way(self):
        html = drawn("{% load crispy_forms_tags %}{% crispy form %}", form=OneOfEach({}))
        assert "field-wrong" in html
        assert "<form" not in html

    def test_mistakes_of_a_formset_are_gathered_too(self):
        rows = forms.formset_factory(OneOfEach)({"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, "form-0-name": "A"})
        assert "When were you born" in drawn("{% form_errors rows %}", rows=rows)


def test_the_link_to_where_we_are_is_the_longest_that_fits():
    links = marked([("Today", "/"), ("People", "/s/people/"), ("Steps", "/s/")], "/s/people/7/")
    assert [link["label"] for link in links if link["active"]] == ["People"]


class TestPromisesOfTheLook:
    def test_the_way_out_leads_elsewhere_without_signing_in_and_makes_the_browser_forget(self, client, db):
        response = client.get(reverse("exit_now"))
        assert response.status_code == 302
        assert response["Location"] == "https://www.bbc.co.uk/weather"
        assert '"storage"' in response["Clear-Site-Data"]

    def test_behind_the_back_of_a_page_it_answers_no_page_and_asks_for_no_token(self, db):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(User.objects.make(email="jay@demo.example", name="Jay", password="a long one, here"))
        response = strict.post(reverse("exit_now"))
        assert response.status_code == 204
        assert '"storage"' in response["Clear-Site-Data"]
        assert "_auth_user_id" not in strict.session

    def test_the_page_of_pieces_is_shown_only_where_things_are_tried_out(self, client, db, settings):
        assert client.get(reverse("kit_show")).status_code == 200
        settings.DEMO = settings.DEBUG = False
        assert client.get(reverse("kit_show")).status_code == 404

    @pytest.mark.parametrize("page", ["staff", "portal", "public"])
    def test_no_page_carries_inline_code_or_style(self, client, db, page):
        html = client.get(reverse("kit_show"), {"base": page}).content.decode()
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|javascript:|<style", html)
        assert not [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag]

    def test_the_page_for_a_broken_server_needs_nothing(self):
        assert "Something broke on our side" in render_to_string("500.html")

    def test_vendored_files_are_the_ones_written_down(self):
        listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", (STATIC / "vendor" / "README.md").read_text(), re.MULTILINE)
        assert len(listed) >= 6
        for digest, name in listed:
            assert hashlib.sha256((Path(settings.BASE_DIR) / name).read_bytes()).hexdigest() == digest, name

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(
        "pair",
        [
            *(
                f"ink {ground}"
                for ground in ("ground", "surface", "sunken", "brand-wash", "warn-wash", "bad-wash", "good-wash")
            ),
            *(f"ink-soft {ground}" for ground in ("ground", "surface", "sunken")),
            *(f"brand {ground}" for ground in ("ground", "surface", "brand-wash", "sunken")),
            *(f"{tone} {tone}-wash" for tone in ("good", "warn", "bad")),
            *(f"{tone} surface" for tone in ("good", "warn", "bad", "accent", "accent-strong")),
            *(
                "on-brand brand",
                "on-brand brand-strong",
                "on-brand good",
                "on-accent accent",
                "on-accent accent-strong",
            ),
            *(
                "on-bar bar",
                "on-bar bar-lift",
                "on-bar-soft bar",
                "brand-strong brand-wash",
                "accent-strong accent-wash",
            ),
        ],
    )
    def test_every_text_can_be_read_on_its_ground(self, scheme, pair):
        """WCAG 2.2 AA, 1.4.3: at least 4.5 to 1."""
        ink, ground = pair.split()
        tokens = colours(scheme)
        assert contrast(tokens[ink], tokens[ground]) >= 4.5


def colours(scheme: str) -> dict[str, str]:
    """Token → "#rrggbb" in one colour scheme; dark overrides light."""
    light, dark = (STATIC / "css" / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)", 1)
    find = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
    found = dict(find.findall(light))
    return found | dict(find.findall(dark.split("@media")[0])) if scheme == "dark" else found


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
