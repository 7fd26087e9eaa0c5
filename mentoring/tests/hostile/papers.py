"""PDFs that do more than show a page: name → how it is made. Whatever must not be kept carries `HIDDEN`."""

import zlib
from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from mentoring.tests.hostile.pictures import EICAR, HIDDEN, SCRIPT, exif, image, zipped

WORDS = String(HIDDEN.decode())
#: What somebody's reader may be made to do.
ACTIONS = {
    "JavaScript": {"JS": WORDS}, "Launch": {"F": WORDS}, "URI": {"URI": WORDS}, "SubmitForm": {"F": WORDS},
    "GoToR": {"F": WORDS}, "GoToE": {"T": WORDS}, "ImportData": {"F": WORDS}, "Rendition": {"JS": WORDS},
    "Named": {"N": WORDS}, "Thread": {"F": WORDS},
}  # fmt: skip
NOTES = ("Link", "FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D", "Widget", "Text", "Watermark")
OF_THE_WHOLE = ("OpenAction", "AA", "Names", "AcroForm", "Outlines", "Collection", "Threads", "Perms", "AF", "URI",
                "PieceInfo", "Dests", "StructTreeRoot", "OCProperties", "DSS", "Extensions")  # fmt: skip
OF_A_PAGE = ("AA", "AF", "Metadata", "PieceInfo", "Thumb", "B", "PresSteps", "VP", "DPart", "SeparationInfo", "Foo")
BESIDE = ("AF", "Metadata", "PieceInfo", "OPI", "Ref", "Alternates")


def action(kind: str) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), **ACTIONS[kind])


def paper(change: Callable = lambda pdf, page: None, **saved) -> bytes:
    """One page, to which something is done."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf, pdf.pages[0].obj)
        pdf.save(kept := BytesIO(), **saved)
        return kept.getvalue()


def file_of(pdf) -> Dictionary:
    held = pdf.make_stream(EICAR + HIDDEN, Type=Name.EmbeddedFile)
    return Dictionary(Type=Name.Filespec, F=String("x.exe"), EF=Dictionary(F=held))


def in_the_whole(key, pdf, page):
    pdf.Root[f"/{key}"] = pdf.make_stream(HIDDEN, D=action("JavaScript"), AF=Array([file_of(pdf)]))


def in_a_page(key, pdf, page):
    page[f"/{key}"] = Array([Dictionary(A=action("Launch"), AF=Array([file_of(pdf)]))])


def at_once(kind, pdf, page):
    pdf.Root.OpenAction, page.AA = action(kind), Dictionary(O=action(kind))


def note(kind, pdf, page):
    more = {"FS": file_of(pdf), "A": action("URI"), "Contents": WORDS, "AA": Dictionary(E=action("JavaScript"))}
    page.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), **more))])
    pdf.Root.AcroForm = Dictionary(Fields=page.Annots)


def drawing(pdf, page, data=b"", **more) -> Stream:
    """Something that the page shows."""
    fields = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 9, 9]), **more}
    drawn = pdf.make_stream(data, **fields)
    page.Resources = Dictionary(XObject=Dictionary(AF=drawn))
    return drawn


def beside(key, pdf, page):
    inner = pdf.make_stream(HIDDEN)
    drawing(pdf, page, **{key: Array([file_of(pdf), inner])})
    page.Resources.Properties = Dictionary(M=Dictionary(**{key: file_of(pdf)}))


def photo(pdf, page, packed: int = 0, data: bytes = b""):
    data, filters = data or image(exif=exif(), comment=HIDDEN), [Name.DCTDecode]
    for _ in range(packed):
        data, filters = zlib.compress(data), [Name.FlateDecode, *filters]
    shown = drawing(pdf, page, data, Subtype=Name.Image, Width=24, Height=32, ColorSpace=Name.DeviceRGB)
    shown.BitsPerComponent = 8
    shown.write(data, filter=Array(filters) if packed else filters[0])


def jpeg2000(pdf, page):
    boxes = b"\0\0\0\x0cjP  \r\n\x87\n" + b"".join(
        (len(body) + 8).to_bytes(4) + kind + body
        for kind, body in ((b"ftyp", b"jp2 \0\0\0\0jp2 "), (b"uuid", HIDDEN), (b"xml ", HIDDEN), (b"jp2c", b"\xff\x4f"))
    )
    drawing(pdf, page, Subtype=Name.Image, Width=1, Height=1).write(boxes, filter=Name.JPXDecode)


def elsewhere(pdf, page):
    drawing(pdf, page, F=String("file:///etc/passwd" + HIDDEN.decode()), FFilter=Name.FlateDecode)


def for_printers(pdf, page):
    drawing(pdf, page, HIDDEN, Subtype=Name.PS, Level1=pdf.make_stream(HIDDEN))


def by_whom(pdf, page):
    pdf.docinfo["/Author"] = HIDDEN.decode()
    with pdf.open_metadata() as told:
        told["dc:creator"] = [HIDDEN.decode()]


def bursting(pdf, page):
    twice = zlib.compress(zlib.compress(bytes(150_000_000), 9), 9)
    page.Contents = pdf.make_stream(b"")
    page.Contents.write(twice, filter=Array([Name.FlateDecode, Name.FlateDecode]))


def many_pages(number, pdf, page):
    for _ in range(number):
        pdf.pages.append(pdf.pages[0])


def in_a_ring(pdf, page):
    one = drawing(pdf, page)
    one.Resources = Dictionary(XObject=Dictionary(X=one))
    page.Group = pdf.make_indirect(Dictionary(S=Name.Transparency, Metadata=WORDS))
    page.Group.CS = Array([page.Group])


def in_a_chain(pdf, page):
    link = pdf.make_indirect(Dictionary(Metadata=WORDS))
    for _ in range(3_000):
        link = pdf.make_indirect(Dictionary(Next=link, AF=Array([WORDS])))
    page.Resources = Dictionary(Properties=Dictionary(M=link))


def bare(*objects: bytes) -> bytes:
    """Written by hand, without a table of where things are."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R /Size 99999999>>\n%%EOF"


BROKEN = {
    "head alone": b"%PDF-1.7 " + HIDDEN,
    "kids in a ring": bare(b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "no page": bare(b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"),
    "a page that is a number": bare(b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[7 -1 (x)]/Count 3>>"),
    "more pages than it has": bare(b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 99999999999>>"),
    "nested without end": b"%PDF-1.7\n1 0 obj\n" + b"[" * 90_000 + b"]" * 90_000 + b"\nendobj\ntrailer<</Root 1 0 R>>",
    "a length that points to itself": bare(b"<</Pages 2 0 R>>", b"<</Length 2 0 R>>stream\n" + HIDDEN + b"\nendstream"),
    "a table that leads back": b"%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF",
    "a page before it": SCRIPT + paper(),
}


def papers() -> dict[str, Callable[[], bytes]]:
    made = {f"PDF that does {kind} at once": partial(paper, partial(at_once, kind)) for kind in ACTIONS}
    made |= {f"PDF with a note {kind}": partial(paper, partial(note, kind)) for kind in NOTES}
    made |= {f"PDF with {key}": partial(paper, partial(in_the_whole, key)) for key in OF_THE_WHOLE}
    made |= {f"page with {key}": partial(paper, partial(in_a_page, key)) for key in OF_A_PAGE}
    made |= {f"drawing with {key}": partial(paper, partial(beside, key)) for key in BESIDE}
    made |= {f"broken PDF: {what}": lambda data=data: data for what, data in BROKEN.items()}
    made |= {f"PDF with a photo packed {packed} times": partial(paper, partial(photo, packed=packed))
             for packed in (0, 1, 2)}  # fmt: skip
    made |= {f"PDF of which {part} bytes came": lambda p=part: paper(by_whom)[:p] for part in (20, 200, 500)}
    changes = (jpeg2000, elsewhere, for_printers, by_whom, bursting, in_a_ring, in_a_chain)
    made |= {f"PDF: {change.__name__}": partial(paper, change) for change in changes}
    return made | {
        "PDF of too many pages": partial(paper, partial(many_pages, 20)),
        "PDF of very many pages": partial(paper, partial(many_pages, 3_000)),
        "PDF and behind it a folder": lambda: paper() + zipped("x.exe"),
        "PDF and behind it a page": lambda: paper() + SCRIPT,
        "PDF with a photo cut off": partial(paper, partial(photo, data=image(exif=exif())[:60])),
        "PDF with a photo that is none": partial(paper, partial(photo, data=b"\xff\xd8\xff\xe1\xff\xff" + b"x" * 9)),
        "PDF locked": partial(paper, by_whom, encryption=pikepdf.Encryption(owner="a", user="b")),
        "PDF half locked": partial(paper, by_whom, encryption=pikepdf.Encryption(owner="a", user="")),
    }
