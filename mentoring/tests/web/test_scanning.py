"""Files pass a scanner on their way in and on their way out, where one is set up (security row 21; ASVS 5.0, 5.4.3)."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from PIL import Image

from mentoring.serve.processes import free_port
from mentoring.tests.clamd import EICAR, scanner
from mentoring.web.files_out import file_answer
from mentoring.web.scanning import ScannerAway, virus_in
from mentoring.web.upload_field import UploadField


@pytest.fixture
def clamd(settings):
    with scanner() as server:
        settings.CLAMD_URL = server.url
        yield server


@pytest.fixture
def away(settings):
    settings.CLAMD_URL = f"tcp://127.0.0.1:{free_port()}"


def photo(after: bytes = b"") -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    return SimpleUploadedFile("ticket.png", drawn.getvalue() + after)


def taken(file):
    return UploadField().clean(file)


def handed_out(data: bytes):
    return file_answer(RequestFactory().get("/"), data, kind="image/jpeg", name="receipt.jpg", in_page=True)


def test_the_scanner_says_what_it_thinks_of_large_files_too(clamd):
    assert virus_in(b"a bus ticket") is False
    assert virus_in(b"x" * 700_000 + EICAR) is True
    assert clamd.seen == [b"a bus ticket", b"x" * 700_000 + EICAR]


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR", b"stream: what?", b" "])
def test_whatever_is_no_clear_word_is_none(clamd, answer):
    clamd.answer = answer
    with pytest.raises(ScannerAway):
        virus_in(b"a bus ticket")


@pytest.mark.parametrize("url", ["tcp://127.0.0.1:{port}", "unix:///nowhere/clamd.ctl"])
def test_a_scanner_that_is_not_there_has_no_word(settings, url):
    settings.CLAMD_URL = url.format(port=free_port())
    with pytest.raises(ScannerAway):
        virus_in(b"a bus ticket")


def test_the_file_is_looked_at_as_it_came_and_one_with_a_virus_is_not_kept(clamd):
    """Drawn anew it would be clean: whoever sent it should hear of it all the same."""
    with pytest.raises(ValidationError, match="virus"):
        taken(photo(after=EICAR))
    (kept,) = taken(photo())
    assert kept.is_picture
    assert EICAR in clamd.seen[0]


def test_nothing_is_lost_while_the_scanner_is_away(away):
    assert len(taken(photo())) == 1


def test_a_file_is_handed_out_on_the_scanners_word_each_time(clamd):
    answer = handed_out(b"a drawn ticket")
    assert (answer.status_code, answer.content) == (200, b"a drawn ticket")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert clamd.seen == [b"a drawn ticket"]


@pytest.mark.django_db
def test_a_file_with_a_virus_opens_for_nobody(clamd):
    answer = handed_out(b"a drawn ticket" + EICAR)
    assert answer.status_code == 403
    assert EICAR not in answer.content
    assert b"virus" in answer.content


@pytest.mark.django_db
def test_while_the_scanner_is_away_nothing_is_handed_out(away):
    answer = handed_out(b"a drawn ticket")
    assert answer.status_code == 503
    assert b"a drawn ticket" not in answer.content


def test_without_a_scanner_files_go_as_they_are(settings):
    settings.CLAMD_URL = ""
    assert handed_out(b"a drawn ticket").status_code == 200
