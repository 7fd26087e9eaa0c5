"""Whether words of somebody's have become part of a page: an element, an attribute, an address that runs."""

from html.parser import HTMLParser

from mentoring.tests.hostile.words import ATTRIBUTE, ELEMENT

LEADS = ("href", "src", "action", "formaction", "data", "hx-get", "hx-post", "srcdoc", "poster")
RUNS = ("javascript:", "data:text", "vbscript:")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag.startswith(ELEMENT):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            plain = "".join((value or "").split()).lower()
            if name.startswith(ELEMENT):
                self.found.append(f"<{tag} {name}>")
            elif name.startswith("on") or (name in LEADS and plain.startswith(RUNS) and ELEMENT in plain):
                self.found.append(f"<{tag} {name}={value[:60]!r}>")


def broke_out(html: str) -> list[str]:
    """The words of `hostile.words.MARKUP` that are no words any more."""
    lowered = html.lower()
    if f"<{ELEMENT}" not in lowered and ATTRIBUTE not in lowered and f":{ELEMENT}" not in lowered:
        return []
    reader = _Reader()
    reader.feed(html)
    return reader.found + [f"<{ELEMENT} in the page"] * (f"<{ELEMENT}" in lowered)
