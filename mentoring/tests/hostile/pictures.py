"""What is sent in as a photo and is none, or is more than one: name → how it is made.

Whatever must not be kept carries `HIDDEN`.
"""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from random import Random

from PIL import Image, PngImagePlugin

HIDDEN = b"53.3811N-hidden"
SCRIPT = b"<html><script>alert('" + HIDDEN + b"')</script></html>"
#: What every scanner knows as a virus, and is none. In two halves, or a scanner would take this file for one.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
KINDS = ("JPEG", "PNG", "WEBP")
OTHERS = ("GIF", "BMP", "TIFF", "ICO", "PPM", "TGA", "PCX")


def image(kind="JPEG", size=(24, 32), mode="RGB", **saved) -> bytes:
    Image.new(mode, size, 120 if mode in "LIP" else None).save(kept := BytesIO(), kind, **saved)
    return kept.getvalue()


def exif() -> Image.Exif:
    """Where it was taken, when, with what, by whom."""
    noted = Image.Exif()
    for tag in (0x010E, 0x010F, 0x0110, 0x013B, 0x8298, 0x9C9B):
        noted[tag] = HIDDEN.decode()
    noted.get_ifd(0x8825).update({1: "N", 2: (53.0, 22.0, 51.0), 29: HIDDEN.decode()})
    noted.get_ifd(0x8769)[0x9286] = HIDDEN
    return noted


def segment(marker: int, words: bytes) -> bytes:
    """A photo with one more segment after its head."""
    plain = image()
    return plain[:2] + bytes([0xFF, marker]) + (len(words) + 2).to_bytes(2) + words + plain[2:]


def chunk(kind: bytes, words: bytes, *, before=b"IDAT") -> bytes:
    plain = image("PNG")
    at = plain.index(before) - 4
    body = struct.pack(">I", len(words)) + kind + words + struct.pack(">I", zlib.crc32(kind + words))
    return plain[:at] + body + plain[at:]


def png_of(width: int, height: int) -> bytes:
    """A drawing of a size that it does not have."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 5_000)), (b"IEND", b""))
    )


def jpeg_of(width: int, height: int) -> bytes:
    plain = bytearray(image())
    at = plain.index(b"\xff\xc0") + 5
    plain[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(plain)


@cache
def zipped(*names: str, size: int = 0) -> bytes:
    with zipfile.ZipFile(kept := BytesIO(), "w", zipfile.ZIP_DEFLATED) as folder:
        for name in names:
            folder.writestr(name, bytes(size) if size else HIDDEN)
    return kept.getvalue()


def png_text() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", HIDDEN.decode())
    info.add_text("Author", HIDDEN.decode(), zip=True)
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{HIDDEN.decode()}</x:xmpmeta>")
    return image("PNG", pnginfo=info)


def several(kind: str) -> bytes:
    frames = [Image.new("RGB", (24, 32), colour) for colour in ("red", "blue", "green")]
    frames[0].save(kept := BytesIO(), kind, save_all=True, append_images=frames[1:], exif=exif())
    return kept.getvalue()


def noise(seed: int) -> bytes:
    return Random(seed).randbytes(4_000)


#: Ten megabytes and one.
def too_heavy() -> bytes:
    return image() + bytes(10 * 1024 * 1024)


TRAILS = {
    "a page": SCRIPT,
    "a folder": zipped("x.exe"),
    "a program": b"MZ" + HIDDEN,
    "a script": b"<?php system('" + HIDDEN + b"'); ?>",
    "a virus": EICAR + HIDDEN,
    "a paper": b"%PDF-1.7\n" + HIDDEN,
}
SEGMENTS = {"IPTC": (0xED, b"Photoshop 3.0\x008BIM"), "XMP": (0xE1, b"http://ns.adobe.com/xap/1.0/\x00"),
            "colours": (0xE2, b"ICC_PROFILE\x00\x01\x01"), "comment": (0xFE, b""), "own": (0xEB, b"JP"),
            "preview": (0xE2, b"MPF\x00")}  # fmt: skip
HEADS = {
    "program": b"MZ\x90\x00", "ELF": b"\x7fELF\x02\x01", "Mach-O": b"\xcf\xfa\xed\xfe", "class": b"\xca\xfe\xba\xbe",
    "wasm": b"\x00asm\x01", "shell": b"#!/bin/sh\n", "batch": b"@echo off\r\n", "PHP": b"<?php ", "JSP": b"<%= ",
    "script": b"alert(1);//", "HTML": b"<!DOCTYPE html><script>", "HTML in comment": b"<!--\xff\xd8\xff-->",
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'>", "SVG with a head": b"<?xml version='1.0'?><svg>",
    "XML entities": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><svg>&b;</svg>", "XHTML": b"<html xmlns=",
    "RTF": b"{\\rtf1\\object", "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "shortcut": b"L\x00\x00\x00\x01\x14\x02\x00", "flash": b"FWS\x09", "mail": b"From: a@b\r\n\r\n",
    "7z": b"7z\xbc\xaf'\x1c", "RAR": b"Rar!\x1a\x07\x00", "tar": b"x" + b"\x00" * 256 + b"ustar",
    "typeface": b"\x00\x01\x00\x00",
    "MP4": b"\x00\x00\x00\x18ftypmp42", "HEIC": b"\x00\x00\x00\x18ftypheic", "AVIF": b"\x00\x00\x00\x18ftypavif",
    "JPEG XL": b"\xff\x0a", "Photoshop": b"8BPS\x00\x01", "database": b"SQLite format 3\x00",
    "Python": b"\x80\x04cos\nsystem\n", "head of a JPEG": b"\xff\xd8\xff\xe0", "head of a PNG": b"\x89PNG\r\n\x1a\n",
    "head of a WebP": b"RIFF\xff\xff\xff\x7fWEBPVP8 ",
    "XBM": b"#define x_width 9\n#define x_height 9\nstatic char x[]={",
}  # fmt: skip


def pictures() -> dict[str, Callable[[], bytes]]:
    made = {f"{kind} that says where it was taken": partial(image, kind, exif=exif()) for kind in KINDS}
    made |= {f"{kind} and behind it {what}": lambda k=kind, t=tail: image(k) + t
             for kind in KINDS for what, tail in TRAILS.items()}  # fmt: skip
    made |= {f"{kind} of which {part} bytes came": lambda k=kind, p=part: image(k, (300, 300))[:p]
             for kind in KINDS for part in (1, 12, 40, 150)}  # fmt: skip
    made |= {f"JPEG with {what}": partial(segment, marker, head + HIDDEN) for what, (marker, head) in SEGMENTS.items()}
    made |= {f"PNG with a chunk {kind}": partial(chunk, kind.encode(), HIDDEN) for kind in ("prVt", "eXIf", "iCCP")}
    made |= {f"{name} that calls itself a photo": lambda head=head: head + HIDDEN for name, head in HEADS.items()}
    made |= {f"{kind} in place of a photo": partial(image, kind) for kind in OTHERS}
    made |= {f"{kind} of several": partial(several, kind) for kind in ("PNG", "WEBP", "TIFF", "GIF")}
    made |= {f"noise {seed}": partial(noise, seed) for seed in range(4)}
    return made | {
        "PNG with texts": png_text,
        "PNG with a text that bursts": lambda: chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80_000_000), 9)),
        "PNG with colours that burst": lambda: chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(80_000_000), 9)),
        "PNG of four thousand million points": partial(png_of, 65_000, 65_000),
        "PNG of no width": partial(png_of, 0, 10),
        "PNG of the largest size": partial(png_of, 2**31 - 1, 2**31 - 1),
        "PNG of 50 million points and more": partial(image, "PNG", (7_100, 7_100), "L"),
        "PNG that is short of its points": partial(png_of, 5_000, 5_000),
        "JPEG of four thousand million points": partial(jpeg_of, 65_000, 65_000),
        "JPEG of no height": partial(jpeg_of, 10, 0),
        "JPEG for print": partial(image, "JPEG", (9, 9), "CMYK", exif=exif()),
        "PNG as light as air": partial(image, "PNG", (9, 9), "RGBA", exif=exif()),
        "PNG of few colours": partial(image, "PNG", (9, 9), "P", exif=exif()),
        "WebP without loss": partial(image, "WEBP", lossless=True, exif=exif(), xmp=HIDDEN),
        "page in a JPEG's comment": partial(segment, 0xFE, SCRIPT),
        "SVG packed": lambda: gzip.compress(b"<svg><script>" + HIDDEN),
        "virus": lambda: EICAR,
        "virus in a folder": lambda: zipped("a.com"),
        "folder that bursts": partial(zipped, "a", "b", size=50_000_000),
        "document with a macro": partial(zipped, "[Content_Types].xml", "word/vbaProject.bin"),
        "folder with ways out": partial(zipped, "../../../etc/cron.d/x", "C:\\x.exe"),
        "too heavy": too_heavy,
        "nothing": lambda: b"",
        "blanks": lambda: b" \r\n" * 900,
        "noughts": lambda: bytes(5_000),
    }
