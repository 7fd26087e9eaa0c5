"""What a page says outside gettext: all that gettext answers is marked, and what is read without a mark is either
somebody's own words or English that no translator ever sees, wherever in the code it was written."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.apps import apps
from django.utils.translation.trans_real import DjangoTranslation

#: Of Unicode's private use: no page has them, nothing escapes them.
BEGIN, END = "\ue000", "\ue001"
SILENT = ("script", "style", "svg", "textarea")
#: Where a sentence ends at the latest: a mark that was cut short does not hide the rest of the page.
BLOCKS = ("main", "section", "header", "footer", "nav", "form", "h1", "h2", "h3", "p", "li", "dt", "dd", "td", "tr")
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-confirm")
CONTEXT = "\x04"


def mark_what_is_translated(monkeypatch) -> None:
    """From here on, whatever goes through gettext comes out between marks, in English too."""

    def gettext(self, message):
        return f"{BEGIN}{message.rpartition(CONTEXT)[2]}{END}"

    def ngettext(self, one, many, number):
        return f"{BEGIN}{(one if number == 1 else many).rpartition(CONTEXT)[2]}{END}"

    monkeypatch.setattr(DjangoTranslation, "gettext", gettext)
    monkeypatch.setattr(DjangoTranslation, "ngettext", ngettext)


class _Reader(HTMLParser):
    """Gathers what is read outside the marks, one piece of text each."""

    def __init__(self):
        super().__init__()
        self.found, self.depth, self.silent = [], 0, 0

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.depth = 0
        given = dict(attrs)
        for name in SPOKEN:
            self.found += outside(given.get(name) or "", 0)[0]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.found += outside(given.get("value") or "", 0)[0]
        self.silent += tag in SILENT

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent:
            found, self.depth = outside(data, self.depth)
            self.found += found


def outside(text: str, depth: int) -> tuple[list[str], int]:
    """The pieces of a text that stand in no mark, and how deep in marks its end is."""
    found, piece = [], ""
    for letter in text:
        if letter in (BEGIN, END):
            found, piece = [*found, piece], ""
            depth = max(depth + (1 if letter == BEGIN else -1), 0)
        elif not depth:
            piece += letter
    return [" ".join(each.split()) for each in [*found, piece]], depth


def unmarked(html: str) -> list[str]:
    """The pieces of text with letters in them that a page says outside gettext."""
    reader = _Reader()
    reader.feed(html)
    return [piece for piece in reader.found if re.search(r"[A-Za-z]{2}", piece)]


def kept_words() -> set[str]:
    """Every text that is kept in the database, line by line: people's names, what they wrote, what a scheme is called.
    Lower-case words are codes of ours ("mentor", "area") and no reason to leave out a sentence that has them."""
    return {
        " ".join(line.split())
        for model in apps.get_models()
        for row in model._base_manager.all()
        for name in (*(field.attname for field in row._meta.concrete_fields), "first_name")
        for text in texts(getattr(row, name, ""))
        for line in [*text.splitlines(), text]
        if line != line.lower()
    }


def texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in [*value.keys(), *value.values()]:
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def listed_words() -> set[str]:
    """What stands in lists that people wrote: what they like, when they are free. These may begin small."""
    return {
        word
        for model in apps.get_models()
        for row in model._base_manager.all()
        for field in row._meta.concrete_fields
        if isinstance(getattr(row, field.attname), list)
        for word in texts(getattr(row, field.attname))
    }


def without_kept(piece: str, kept: list[str]) -> str:
    """What is left of a piece of text when the words of people are taken out of it, with # for each number; `kept` has
    the longest first."""
    for words in kept:
        if words in piece:
            piece = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", piece)
    return re.sub(r"\d+", "#", " ".join(piece.split())).strip(" ,·:") if re.search(r"[A-Za-z]{2}", piece) else ""
