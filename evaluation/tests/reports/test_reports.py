"""The report from asking to taking it: drawn in the background, lost by nothing, read by those who may (S16, S17)."""

from datetime import date, timedelta
from io import BytesIO
from unittest import mock

import pypdf
import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from evaluation.reports import actions, tasks
from evaluation.reports.models import KEPT, Report
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from mentoring.web.pdf import PdfUnavailable
from schemes.people.models import Membership


@pytest.fixture(name="year")
def a_year():
    today = timezone.localdate()
    return {"from_on": today - timedelta(days=364), "to_on": today}


@pytest.fixture(name="asked")
def an_asked_report(cast, year):
    return actions.report_ask(scheme=cast.scheme, prepared_for="the advisory group", by=cast.manager, **year)


def fresh(report):
    return Report.objects.get(pk=report.pk)


def words_of(pdf):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def test_s17_a_report_is_drawn_and_answers_the_question_on_its_first_page(cast, asked):
    assert tasks.report_draw(str(asked.pk)) is True

    report = fresh(asked)
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(bytes(report.pdf))).pages]
    assert (report.progress, report.percent) == ("ready", 100)
    assert "the advisory group" in pages[0]
    assert "Is it working?" in pages[1]
    assert "Need and consultation" in " ".join(pages)
    assert "Evaluate and review" in " ".join(pages)


def test_s16_no_small_number_is_printed(cast, asked):
    """Three volunteers and one young person in the cast: neither number nor name may stand in the paper."""
    tasks.report_draw(str(asked.pk))

    words = words_of(bytes(fresh(asked).pdf))
    assert "fewer than 5" in words
    for person in (cast.volunteer, cast.peer_volunteer, cast.young_person):
        assert person.name not in words


def test_two_workers_never_draw_the_same_report(asked):
    assert actions.report_claim(key=asked.pk) is not None
    assert actions.report_claim(key=asked.pk) is None
    assert tasks.report_draw(str(asked.pk)) is False


def test_a_report_whose_worker_went_silent_is_taken_up_again(asked):
    actions.report_claim(key=asked.pk)

    with time_machine.travel(timezone.now() + actions.LEASE + timedelta(seconds=1)):
        assert tasks.reports_sweep() == 1
    assert fresh(asked).progress == "ready"


@pytest.mark.django_db(transaction=True)
def test_with_the_broker_down_the_page_still_saves_and_the_sweep_draws_it(cast, year):
    client = cast.client(cast.manager)
    days = {name: f"{day:%d/%m/%Y}" for name, day in year.items()}
    with mock.patch.object(tasks.report_draw, "delay", side_effect=OperationalError("nobody there")):
        answer = client.post(reverse("evaluation:report_ask", args=[cast.scheme.slug]), days)

    report = Report.objects.get()
    assert answer.status_code == 302
    assert report.progress == "waiting"
    assert tasks.reports_sweep() == 1
    assert fresh(report).progress == "ready"


def test_a_report_that_cannot_be_drawn_says_why_and_can_be_asked_for_again(cast, asked):
    with mock.patch.object(tasks, "report_pdf", side_effect=PdfUnavailable("pango is missing")):
        tasks.report_draw(str(asked.pk))
    assert (fresh(asked).progress, fresh(asked).trouble) == ("trouble", "pango is missing")
    assert tasks.reports_sweep() == 0, "trouble is not tried again and again by itself"

    actions.report_ask_again(report=asked, by=cast.manager)
    assert tasks.reports_sweep() == 1
    assert fresh(asked).progress == "ready"


def test_a_mistake_in_drawing_tells_the_reader_nothing_of_the_inside(asked):
    with mock.patch.object(tasks, "report_pdf", side_effect=KeyError("Jay Holt")):
        tasks.report_draw(str(asked.pk))

    assert fresh(asked).progress == "trouble"
    assert "Jay" not in fresh(asked).trouble


def test_the_page_asks_again_until_the_report_is_ready(cast, asked):
    client = cast.client(cast.manager)
    url = reverse("evaluation:report_show", args=[cast.scheme.slug, asked.pk])
    assert b'hx-trigger="every 2s"' in client.get(url).content

    tasks.report_draw(str(asked.pk))

    part = client.get(url, headers={"HX-Request": "true"}).content
    assert b"hx-trigger" not in part
    assert reverse("evaluation:report_download", args=[cast.scheme.slug, asked.pk]).encode() in part


def test_taking_a_report_is_written_down(cast, asked):
    client, url = cast.client(cast.lead), reverse("evaluation:report_download", args=[cast.scheme.slug, asked.pk])
    assert client.get(url).status_code == 302, "not ready yet: back to the page that says so"
    tasks.report_draw(str(asked.pk))

    answer = client.get(url)

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert AuditEntry.objects.filter(verb="report.read", by_key=str(cast.lead.pk)).count() == 1


def test_the_report_of_another_scheme_is_not_there(cast, asked):
    tasks.report_draw(str(asked.pk))
    client = cast.client(cast.outsider)

    for scheme in (cast.scheme, cast.other_scheme):
        url = reverse("evaluation:report_download", args=[scheme.slug, asked.pk])
        assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("from_on", "to_on", "words"),
    [
        (date(2026, 3, 1), date(2026, 3, 20), "at least 28 days"),
        (date(2026, 3, 1), date(2026, 2, 1), "before it begins"),
        (date(2026, 1, 1), date(2099, 1, 1), "after today"),
    ],
)
def test_a_period_that_would_tell_too_much_or_makes_no_sense_is_refused(cast, from_on, to_on, words):
    with pytest.raises(Refused, match=words):
        actions.report_ask(scheme=cast.scheme, from_on=from_on, to_on=to_on, by=cast.manager)

    typed = {"from_on": str(from_on), "to_on": str(to_on), "prepared_for": "the council"}
    page = cast.client(cast.manager).post(reverse("evaluation:report_ask", args=[cast.scheme.slug]), typed)
    assert page.status_code == 200
    assert b"the council" in page.content, "nothing typed is lost"
    assert Report.objects.count() == 0


def test_the_command_writes_the_same_paper(cast, tmp_path, year):
    out = tmp_path / "report.pdf"

    call_command("evaluation_report", "sheffield", f"--from={year['from_on']}", f"--to={year['to_on']}", f"--out={out}")

    assert "Is it working?" in words_of(out.read_bytes())


@pytest.mark.parametrize(
    ("scheme", "from_on", "out", "words"),
    [
        ("nowhere", "2026-01-01", "x.pdf", "no scheme called"),
        ("sheffield", "01/01/2026", "x.pdf", "is not a date"),
        ("sheffield", "2026-03-30", "x.pdf", "at least 28 days"),
        ("sheffield", "2026-01-01", "no/such/folder/x.pdf", "could not be written"),
    ],
)
def test_the_command_says_in_one_sentence_what_is_wrong(cast, tmp_path, scheme, from_on, out, words):
    with pytest.raises(CommandError, match=words):
        call_command("evaluation_report", scheme, f"--from={from_on}", "--to=2026-03-31", f"--out={tmp_path / out}")


def test_r23_who_asked_and_the_reference_stand_in_the_foot_of_the_paper_and_in_the_trail(cast, asked):
    tasks.report_draw(str(asked.pk))
    client = cast.client(cast.lead)
    pdf = client.get(reverse("evaluation:report_download", args=[cast.scheme.slug, asked.pk])).content
    words = " ".join(words_of(pdf).split())
    assert f"Taken by {cast.manager.name}" in words and f"Reference {asked.reference}" in words
    trail = reverse("safeguarding:trail_list", args=[cast.scheme.slug])
    lines = cast.client(cast.manager).get(trail, {"reference": asked.reference}).context["lines"]
    assert {line["who"] for line in lines} == {cast.manager.name, cast.lead.name, "Alongside itself"}


def test_r23_after_a_day_the_link_is_dead_the_paper_gone_and_the_page_says_how_to_have_it_again(cast, asked):
    tasks.report_draw(str(asked.pk))
    page, link = (
        reverse(f"evaluation:report_{name}", args=[cast.scheme.slug, asked.pk]) for name in ("show", "download")
    )
    drawn = fresh(asked).drawn_at
    with time_machine.travel(drawn + KEPT - timedelta(seconds=2), tick=False):
        tasks.reports_purge_run()
        assert cast.client(cast.manager).get(link).content.startswith(b"%PDF-")
    with time_machine.travel(drawn + KEPT, tick=False):
        manager, lead = cast.client(cast.manager), cast.client(cast.lead)
        assert manager.get(link).url == page, "also before it was purged"
        tasks.reports_purge_run()
        assert (fresh(asked).progress, bytes(fresh(asked).pdf)) == ("over", b"")
        assert manager.get(link).url == page
        assert b"Draw it again" in manager.get(page).content
        assert b"A manager or co-ordinator can draw it again" in lead.get(page).content
        manager.post(reverse("evaluation:report_ask_again", args=[cast.scheme.slug, asked.pk]))
        tasks.report_draw(str(asked.pk))
        assert manager.get(link).content.startswith(b"%PDF-")
        assert fresh(asked).reference != asked.reference


def test_r4_a_report_of_somebody_whose_right_was_taken_away_is_not_drawn(cast, asked):
    Membership.objects.filter(user=cast.manager, scheme=cast.scheme).update(ended_at=timezone.now())
    tasks.report_draw(str(asked.pk))
    assert (fresh(asked).progress, bytes(fresh(asked).pdf)) == ("trouble", b"")
    assert fresh(asked).trouble == tasks.NOT_ANY_MORE


def test_r4_a_report_of_somebody_whose_account_was_shut_is_not_drawn(cast, asked):
    type(cast.manager).objects.filter(pk=cast.manager.pk).update(is_active=False)
    tasks.report_draw(str(asked.pk))
    assert fresh(asked).progress == "trouble"


def test_r4_a_right_taken_away_after_it_was_drawn_takes_the_paper_away(cast, asked):
    tasks.report_draw(str(asked.pk))
    client, link = cast.client(cast.lead), reverse("evaluation:report_download", args=[cast.scheme.slug, asked.pk])
    Membership.objects.filter(user=cast.lead, scheme=cast.scheme).update(ended_at=timezone.now())
    assert client.get(link).status_code == 404
