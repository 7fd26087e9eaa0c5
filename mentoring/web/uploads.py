"""Files that people send in: a photo or a PDF, made anew before it is kept. Nothing of the file as it came is stored.

A photo is drawn again, so that where it was taken (EXIF) and whatever hid behind the picture are gone; of a PDF only
its pages are kept: no script, form, link or file within it.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from PIL import Image, ImageOps

from mentoring.web.papers_in import pages_alone

MAX_BYTES = 10 * 1024 * 1024
#: What a picture may have at most before it is opened, and how long its longer side is kept: small print stays legible.
MAX_PIXELS, LONGEST_SIDE, QUALITY = 50_000_000, 1800, 80
MAX_PAGES = 20
PICTURES = ("JPEG", "PNG", "WEBP")
JPEG, PDF = "image/jpeg", "application/pdf"
#: What a telephone is asked for; one that keeps photos in a form of its own then gives a JPEG.
ACCEPT = "image/jpeg,image/png,image/webp,application/pdf"


class UploadRefused(Exception):
    """Why the file cannot be kept, in one sentence."""


@dataclass(frozen=True)
class Upload:
    """What is kept of a file: its kind, and its bytes made anew."""

    kind: str
    data: bytes

    @property
    def is_picture(self) -> bool:
        return self.kind == JPEG


def made_anew(data: bytes) -> Upload:
    """What is kept of it. Its own bytes say what it is, never its name. Raises UploadRefused."""
    if not data:
        raise UploadRefused("This file is empty. Choose it again.")
    if len(data) > MAX_BYTES:
        raise UploadRefused("This file is over 10 MB. Take the photo again with a smaller size.")
    return Upload(PDF, _paper(data)) if data.lstrip()[:5] == b"%PDF-" else Upload(JPEG, _picture(data))


def _picture(data: bytes) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=PICTURES) as photo:
                if photo.width * photo.height > MAX_PIXELS:
                    raise UploadRefused("This picture is too large. Take the photo again with a smaller size.")
                photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # first: a large picture is then never whole in memory
                return _drawn(ImageOps.exif_transpose(photo))
    except UploadRefused:
        raise
    except Exception as trouble:  # a broken picture breaks the reader in many ways
        raise UploadRefused("This is no photo or PDF that we can open. A JPEG, PNG or PDF works.") from trouble


def _drawn(picture: Image.Image) -> bytes:
    """On white paper, with nothing beside the picture itself."""
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()


def _paper(data: bytes) -> bytes:
    try:
        with pikepdf.open(BytesIO(data)) as came:
            if not 1 <= len(came.pages) <= MAX_PAGES:
                raise UploadRefused(f"This PDF has more than {MAX_PAGES} pages. Send those of the receipt alone.")
            return pages_alone(came)
    except UploadRefused:
        raise
    except pikepdf.PasswordError as trouble:
        raise UploadRefused("This PDF asks for a password. Send a photo of it, or save it without one.") from trouble
    except Exception as trouble:  # as above
        raise UploadRefused("This is no photo or PDF that we can open. A JPEG, PNG or PDF works.") from trouble
