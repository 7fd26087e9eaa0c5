"""Which language a page speaks: the reader's, where the page is written in it, and English for the rest of the house.

Half a page in one language and half in another is read by nobody, and a screen reader speaks one of the halves with the
wrong voice (WCAG 3.1.2). So a page is listed once all of its words are there (each room's `languages.py`); an unlisted
one is English from its heading to its last button, says so, and only the frame around it speaks as the reader does.
"""

from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from mentoring.conventions import modules

ENGLISH = settings.LANGUAGE_CODE
#: How a page names its language to browsers and screen readers.
TAGS = {ENGLISH: "en-GB"}


@cache
def pages_in(language: str) -> frozenset[str]:
    """The pages, by the names of their addresses, whose every word is there in this language."""
    rooms = [room.SPEAKS.get(language, ()) for room in modules("languages")]
    return frozenset(name for names in rooms for name in names)


def language_of_reader(request) -> str:
    """What the person chose; else what was chosen in this browser; else what the browser asks for; else English."""
    person = getattr(request, "user", None)
    chosen = getattr(person, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def tag_of(language: str) -> str:
    return TAGS.get(language, language)


def language_facts(request) -> dict:
    """For templates: the page's language, the reader's (as codes and as tags), and whether the two differ."""
    reader = getattr(request, "reader_language", ENGLISH)
    page = translation.get_language() or ENGLISH
    return {
        "page_lang": tag_of(page),
        "reader_language": reader,
        "reader_lang": tag_of(reader),
        "not_in_their_language": page != reader,
        "other_languages": [(code, tag_of(code), name) for code, name in settings.LANGUAGES if code != reader],
        "way_back": request.get_full_path() if request.method == "GET" else reverse("today"),
    }


class LanguageMiddleware:
    """Django's LocaleMiddleware asks the browser; ours asks the person first, and speaks no page by halves."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.reader_language = language_of_reader(request)
        with translation.override(request.reader_language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", tag_of(translation.get_language()))
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.view_name not in pages_in(request.reader_language):
            translation.activate(ENGLISH)
