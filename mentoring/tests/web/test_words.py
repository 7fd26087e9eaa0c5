"""The words of the portal, in every language there is: none outside gettext, none forgotten, none that lost a name on
the way. `make words` puts right what these find of new and gone words."""

import re
from pathlib import Path

import allauth
import pytest
from django.utils import translation

from mentoring.tests.bare_words import bare_words
from mentoring.tests.catalog import catalog_of, compiled, gathered, languages, po_path, texts_of
from mentoring.tests.guards import HOUSE

TEMPLATES = HOUSE / "templates"
#: Ours first; some of the sign-in pages extend a page of allauth's, which extends ours.
PLACES = (TEMPLATES, Path(allauth.__file__).parent / "templates")
FRAMES = {"portal.html", "public.html", "signed_out.html"}
#: Pages of the portal whose words are not given to gettext yet. This list only gets shorter.
NOT_YET: set[str] = set()
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}|</?[a-z]+|href=\"[^\"]*\"")


def source(name: str) -> str:
    path = next((place / name for place in PLACES if (place / name).exists()), None)
    return path.read_text(encoding="utf-8") if path else ""


def named(tag: str, name: str) -> set[str]:
    return set(re.findall(rf'{{% {tag} "([^"]+)"', source(name)))


def stands_in_the_portal(name: str) -> bool:
    """Does it extend one of the portal's frames, over however many steps?"""
    over = named("extends", name)
    return bool(over & FRAMES) or any(stands_in_the_portal(each) for each in over)


def portal_templates() -> set[str]:
    """Every page on a frame of the portal, and what these include."""
    every = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    found = FRAMES | {"base.html"} | {name for name in every if stands_in_the_portal(name)}
    waiting = list(found)
    while waiting:
        new = {name for name in named("include", waiting.pop()) if name in every} - found
        found |= new
        waiting += new
    return found


def test_no_page_of_the_portal_has_words_outside_gettext():
    bare = {name: words for name in sorted(portal_templates()) if (words := bare_words(source(name)))}
    assert {name: words for name, words in bare.items() if name not in NOT_YET} == {}
    assert NOT_YET - set(bare) == set(), "done: take it off the list"


@pytest.mark.parametrize(
    ("bare", "found"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ("<p>{% if a > 1 %}Some{% else %}{{ a }}{% endif %} {{ b|default:'' }}</p>", ["Some"]),
        ('<nav aria-label="Your pages">', ["Your pages"]),
        ('{% card "Next time" id="next" %}{% endcard %}', ["Next time"]),
        ('{% empty _("None") "flag" %}{% endempty %}{% pill "good" "Done" %}', ["Done"]),
        ('{% card title=who|add:" answered" %}{% endcard %}', [" answered"]),
        ('{% include "x.html" with words="Send" %}', ["Send"]),
        ("{{ number|counted:'day' }} {{ n|counted:\"day\" }}", ["day"]),
    ],
)
def test_the_check_finds_words_wherever_a_template_says_them(bare, found):
    assert bare_words(bare) == found


def test_the_check_leaves_what_is_translated_alone():
    assert not bare_words(
        '{% load static %}{# Words #}<p class="big" title="{% translate "Here" %}">{% blocktranslate %}Hi {{ name }}'
        '{% endblocktranslate %} · {{ when|day }}</p>{% card _("Next time") id="next" tone="good" %}{% endcard %}'
        "<svg><title>x y</title></svg>{% submit _('Go') 'link' %}"
    )


def test_a_language_is_there_and_django_knows_it():
    assert languages() == ["cy"]


@pytest.mark.parametrize("language", languages())
def test_the_catalogue_has_every_word_the_code_says_and_no_other(language):
    said = {(message.context, message.id) for message in gathered() if message.id}
    kept = {(message.context, message.id) for message in catalog_of(language) if message.id}
    assert said - kept == set(), "new words: `make words`"
    assert kept - said == set(), "words that nothing says any more: `make words`"


@pytest.mark.parametrize("language", languages())
def test_what_django_reads_is_compiled_from_what_translators_write(language):
    assert po_path(language).with_suffix(".mo").read_bytes() == compiled(catalog_of(language)), "`make words`"


@pytest.mark.parametrize("language", languages())
def test_no_translation_loses_a_name_a_number_or_a_link(language):
    """A form of a plural has what the longer English form has; for one or two it may leave the number out."""
    wrong = []
    for message in catalog_of(language):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        for number, text in enumerate(texts_of(message) if message.id else ()):
            least, most = sorted((placeholders(english[0]), placeholders(english[-1])), key=len)
            if text and not (placeholders(text) == most or (number < 2 and placeholders(text) == least)):
                wrong.append((english[0], text))
            if text and text[0].isspace() != english[0][0].isspace():
                wrong.append((english[0], text))
    assert wrong == []


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


@pytest.mark.parametrize("language", languages())
def test_every_plural_is_whole(language):
    halves = [message.id[0] for message in catalog_of(language) if isinstance(message.id, tuple) and half(message)]
    assert halves == []


def half(message) -> bool:
    return any(texts_of(message)) and not all(texts_of(message))


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 flwyddyn"), (2, "2 flynedd"), (3, "3 blynedd"), (8, "8 mlynedd"), (11, "11 mlynedd")]
)
def test_welsh_counts_in_four_ways(number, said):
    with translation.override("cy"):
        assert translation.ngettext("%(number)s year", "%(number)s years", number) % {"number": number} == said
