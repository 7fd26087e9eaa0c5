"""Files that people send in are made anew: nothing of the file as it came is kept."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from matching.tests.expenses.claiming import paper, photo
from mentoring.web import uploads
from mentoring.web.uploads import JPEG, PDF, UploadRefused, made_anew


def opened(upload) -> Image.Image:
    return Image.open(BytesIO(upload.data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_is_kept_as_a_jpeg(kind):
    upload = made_anew(photo(kind))
    assert (upload.kind, opened(upload).format, opened(upload).size) == (JPEG, "JPEG", (40, 60))


def test_where_a_photo_was_taken_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = "53.38 north"
    upload = made_anew(photo(exif=exif))
    assert b"53.38" in photo(exif=exif)
    assert b"53.38" not in upload.data
    assert not opened(upload).getexif()


def test_a_photo_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(made_anew(photo(exif=exif))).size == (60, 40)


def test_what_hides_behind_a_picture_is_gone():
    assert b"<script>" not in made_anew(photo() + b"<script>alert(1)</script>").data


def test_a_large_photo_becomes_smaller_and_stays_whole():
    assert opened(made_anew(photo(size=(4000, 3000)))).size == (1800, 1350)


def test_of_a_pdf_its_pages_alone_are_kept():
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('hello')"))
    came = paper(OpenAction=script, Names=pikepdf.Dictionary(JavaScript=pikepdf.Dictionary()))
    upload = made_anew(came)
    with pikepdf.open(BytesIO(upload.data)) as kept:
        assert (upload.kind, len(kept.pages)) == (PDF, 1)
        assert not {"/OpenAction", "/Names", "/AcroForm"} & set(kept.Root.keys())
    assert b"app.alert" in came
    assert b"app.alert" not in upload.data


def test_a_page_of_a_pdf_leads_nowhere():
    kept = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://far.example/"))
        pdf.pages[0].obj.AA = pikepdf.Dictionary(O=link)
        pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=link)])
        pdf.save(kept)
    assert b"far.example" in kept.getvalue()
    assert b"far.example" not in made_anew(kept.getvalue()).data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"MZ this is a program", "no photo or PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "no photo or PDF"),
        (photo("GIF"), "no photo or PDF"),
        (photo()[:200], "no photo or PDF"),
        (b"%PDF-1.7 and nothing behind it", "no photo or PDF"),
    ],
    ids=["empty", "program", "svg", "gif", "cut off", "broken pdf"],
)
def test_anything_else_is_turned_away_in_a_sentence(data, words):
    with pytest.raises(UploadRefused, match=words):
        made_anew(data)


def test_a_locked_pdf_says_so():
    kept = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(kept, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UploadRefused, match="password"):
        made_anew(kept.getvalue())


def test_what_is_too_large_is_turned_away(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 100)
    with pytest.raises(UploadRefused, match="10 MB"):
        made_anew(photo())
    monkeypatch.undo()
    monkeypatch.setattr(uploads, "MAX_PIXELS", 100)
    with pytest.raises(UploadRefused, match="too large"):
        made_anew(photo())
