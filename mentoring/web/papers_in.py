"""A PDF that somebody sent in: its pages are kept, and of each page what is needed to see it.

Within a page a picture may still carry where it was taken, a drawing a file of its own or a program for printers. All
of that goes; what is seen stays as it was.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

#: What a page is drawn from. No script, form, link, note or file is among it.
OF_A_PAGE = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
#: What stands beside a picture or a drawing: files that come along or lie elsewhere, who made it with what.
BESIDE = {"/AF", "/EF", "/Metadata", "/PieceInfo", "/OPI", "/Ref", "/Alternates"}
#: A stream says with these that its bytes lie in another file, or what a printer shall run in place of it.
ELSEWHERE = {"/F", "/FFilter", "/FDecodeParms", "/Level1"}
#: In these the names are somebody's own: a typeface may be called /AF.
NAMED = {"/Font", "/XObject", "/ExtGState", "/Pattern", "/ColorSpace", "/Shading", "/Properties", "/CharProcs"}


def pages_alone(came: pikepdf.Pdf) -> bytes:
    for page in came.pages:
        drop(page.obj, set(page.obj.keys()) - OF_A_PAGE)
    with pikepdf.new() as clean:
        clean.pages.extend(came.pages)
        for page in clean.pages:
            for thing in list(within(page.obj)):
                strip(clean, thing)
        kept = BytesIO()
        clean.save(kept)
        return kept.getvalue()


def drop(thing: Object, names: set[str]) -> None:
    for name in names & set(thing.keys()):
        del thing[name]


def within(page: Object) -> Iterator[Object]:
    """Every dictionary and stream that a page leads to, without what stands beside them."""
    seen, ahead = set(), [(page, False)]
    while ahead:
        thing, named = ahead.pop()
        if thing.is_indirect and (thing.objgen in seen or seen.add(thing.objgen)):
            continue
        if isinstance(thing, Array):
            ahead += [(one, False) for one in thing if isinstance(one, Array | Dictionary | Stream)]
        elif isinstance(thing, Dictionary | Stream):
            drop(thing, set() if named else BESIDE)
            yield thing
            for name, one in thing.items():
                if name != "/Parent" and isinstance(one, Array | Dictionary | Stream):
                    ahead.append((one, name in NAMED and not named))


def strip(pdf: pikepdf.Pdf, thing: Object) -> None:
    if not isinstance(thing, Stream):
        return
    drop(thing, ELSEWHERE)
    if thing.get("/Subtype") == Name.PS:
        thing.write(b"")  # a program for a printer
    filters = several(thing, "/Filter")
    if filters and filters[-1] in NOTES_WITHOUT:
        rewrite(pdf, thing, filters)


def several(thing: Object, name: str) -> list[Object]:
    """What may stand alone or in an array."""
    said = thing.get(name)
    return list(said) if isinstance(said, Array) else [said] if said is not None else []


def rewrite(pdf: pikepdf.Pdf, picture: Stream, filters: list[Name]) -> None:
    """The same picture without its notes; it may have been packed once more around itself."""
    settings = several(picture, "/DecodeParms")
    packed = Stream(pdf, picture.read_raw_bytes())
    if filters[:-1]:
        packed.Filter = Array(filters[:-1])
        if len(settings) == len(filters):
            packed.DecodeParms = Array(settings[:-1])
    plain = NOTES_WITHOUT[filters[-1]](packed.read_bytes())
    own = settings[-1] if len(settings) == len(filters) and isinstance(settings[-1], Dictionary) else None
    picture.write(plain, filter=filters[-1], decode_parms=own)


def jpeg_without_notes(data: bytes) -> bytes:
    """Without segments APP1 to APP15 (but 14, which says how colours are meant) and without comments."""
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != b"\xda":
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if not (0xE1 <= data[at + 1] <= 0xEF and data[at + 1] != 0xEE) and data[at + 1] != 0xFE:
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, data[at:]])


def jpeg2000_without_notes(data: bytes) -> bytes:
    """Without the boxes for words in XML and for things of one's own. A bare stream of code has no boxes."""
    if data[4:8] != b"jP  ":
        return data
    kept, at = [], 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        size = size or len(data) - at if size != 1 else int.from_bytes(data[at + 8 : at + 16])
        if data[at + 4 : at + 8] not in (b"uuid", b"xml "):
            kept.append(data[at : at + size])
        at += max(size, 8)
    return b"".join(kept)


NOTES_WITHOUT = {Name.DCTDecode: jpeg_without_notes, Name.JPXDecode: jpeg2000_without_notes}
