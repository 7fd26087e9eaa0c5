"""A form as somebody fills it who means no good, and the ways a request can be wrong before a field is read.

The same `chance` gives the same forms.
"""

import json
from collections.abc import Sequence
from random import Random
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from mentoring.tests.hostile.words import HOSTILE, LIKELY
from mentoring.tests.page_forms import Field, PageForm

FORM = "application/x-www-form-urlencoded"
NAMES = ["x.csv", "x.xlsx", "x.jpg", "x.pdf", "../../x", "a\x00b.csv", "\u202e.pdf", "x" * 300, "<x-hostile>.csv"]
CONTENTS = [
    b"",
    b"\x00\xff\xfe",
    b"name,email\n\xff\x00,=1+1\n",
    b"PK\x03\x04broken",
    b"%PDF-1.7\n",
    b"\xff\xd8\xff\xe0",
]
#: How much of a form is hostile: one field of a form that is well otherwise gets furthest in.
SHARES = (0.0, 0.15, 0.15, 0.4, 1.0)


def hostile_post(form: PageForm, keys: Sequence[str], chance: Random) -> tuple[bytes, str]:
    """The body of a request and its content type. `keys`: those of other people's rows, sent in place of one's own."""
    data = filled(form, keys, chance)
    way = chance.random()
    if way < 0.03:
        return odd_body(data, chance)
    if way < 0.3 and not any(isinstance(one, SimpleUploadedFile) for values in data.values() for one in values):
        return urlencode(data, doseq=True).encode(), FORM
    return encode_multipart(BOUNDARY, data), MULTIPART_CONTENT


def filled(form: PageForm, keys: Sequence[str], chance: Random) -> dict[str, list]:
    share, data = chance.choice(SHARES), {}
    for name, field in form.fields.items():
        if chance.random() < share / 4:
            continue  # missing
        data[name] = [value_of(field, share, keys, chance)]
        while chance.random() < share / 4:
            data[name].append(value_of(field, share, keys, chance))  # several where one is wanted
    if chance.random() < share / 4:
        data[chance.choice(["next", "id", "pk", "by", "scheme", "page", "is_site_admin", "x\x00"])] = [
            value_of(Field("", "text"), 1, keys, chance)
        ]
    return data


def value_of(field: Field, share: float, keys: Sequence[str], chance: Random):
    if chance.random() < share:
        kind = chance.random()
        if kind < 0.05:
            return some_file(chance)
        return chance.choice(keys) if kind < 0.2 else chance.choice(HOSTILE)
    if field.kind == "file":
        return some_file(chance)
    return chance.choice(field.offered or ([field.written] if field.written and chance.random() < 0.5 else LIKELY))


def some_file(chance: Random) -> SimpleUploadedFile:
    file = SimpleUploadedFile("x", chance.choice(CONTENTS), chance.choice(["text/csv", "image/jpeg", "x", "\r\n"]))
    file._name = chance.choice(NAMES)
    return file


def odd_body(data: dict, chance: Random) -> tuple[bytes, str]:
    whole = encode_multipart(BOUNDARY, data)
    return chance.choice([
        (whole[: len(whole) // 2], MULTIPART_CONTENT),
        (whole, "multipart/form-data"),
        (whole, "multipart/form-data; boundary=" + "x" * 300),
        (json.dumps({key: str(values) for key, values in data.items()}).encode(), "application/json"),
        (b'{"a": "\\ud800"}', "application/json"),
        (b"", FORM),
        (b"&".join(b"a%d=1" % number for number in range(1_500)), FORM),
        (b"a=%ff%fe&%00=%00&=&&==", FORM + "; charset=utf-16"),
        (b"a=1", FORM + "; charset=nonsense"),
        (b"\x00" * 2_000, "x/y"),
    ])  # fmt: skip
