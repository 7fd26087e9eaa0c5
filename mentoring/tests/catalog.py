"""The catalogues of words: gathered from templates and Python, kept beside each other, compiled.

`make words` (`python -m mentoring.tests.catalog`) brings each language's `django.po` up to date with what the code says
and compiles it into the `django.mo` that Django reads. Both are committed, so that a fresh clone needs no tools for it.
Babel does the work, because gettext's own programs are on few machines.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from mentoring.tests.guards import HOUSE, source_files

LOCALE = HOUSE / "mentoring" / "locale"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
#: As gettext and Django count in Welsh: 1, 2, all others, 8 and 11.
PLURALS = {"cy": (4, "(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3")}


def languages() -> list[str]:
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def sources() -> Iterator[tuple[str, str]]:
    """(name, Python that calls gettext) of every file: a template's words are turned into such calls by Django."""
    for path in source_files():
        yield str(path.relative_to(HOUSE)), path.read_text(encoding="utf-8")
    for path in sorted((HOUSE / "templates").rglob("*.html")) + sorted((HOUSE / "templates").rglob("*.txt")):
        calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        yield str(path.relative_to(HOUSE)), "\n".join(line.strip() for line in calls.splitlines())


def gathered(only: str = "") -> Catalog:
    """Every word that the code gives to gettext, with the files it stands in; `only` those whose name begins so."""
    words = Catalog()
    for name, source in sources():
        if not name.startswith(only):
            continue
        found = extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS)
        for _, message, _, context in found:
            kept = message if isinstance(message, tuple) else (message,)
            words.add(kept if len(kept) > 1 else kept[0], locations=[(name, 0)], context=context)
    return words


def catalog_of(language: str) -> Catalog:
    with po_path(language).open("rb") as po:
        catalog = read_po(po, locale=language)
    catalog._num_plurals, catalog._plural_expr = PLURALS[language]  # Babel's own count of Welsh differs from Django's
    return catalog


def written(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def compiled(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def brought_up_to_date(language: str) -> Catalog:
    """The language's catalogue with what the code says now: new words empty, words that went gone, never guessed."""
    catalog = catalog_of(language)
    begun_at = catalog.creation_date  # a date of today would change the file each time, and nothing else
    catalog.update(gathered(), no_fuzzy_matching=True)
    catalog.creation_date = begun_at
    catalog.obsolete.clear()
    return catalog


def main() -> None:
    for language in languages():
        catalog = brought_up_to_date(language)
        po_path(language).write_bytes(written(catalog))
        po_path(language).with_suffix(".mo").write_bytes(compiled(catalog_of(language)))
        done = sum(1 for message in catalog if message.id and all(texts_of(message)))
        sys.stdout.write(f"{language}: {done} of {len(catalog)} are there.\n")


def texts_of(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


if __name__ == "__main__":
    main()
