"""The installation that a story is told on, and who takes part. A plugin: every journey test may ask for `story`."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from mentoring.tests.installation import Installation
from mentoring.tests.journey.people import Person


class Story(SimpleNamespace):
    """Who takes part so far, and the installation they use."""

    def person(self, key: str, name: str, **kind) -> Person:
        somebody = Person(self.browser, self.installation.url, name, self.post, **kind)
        setattr(self, key, somebody)
        return somebody

    def post(self, email: str, words: str) -> str:
        """The newest mail to this address with these words in it. (Without words it could be one that came before.)"""

        def found() -> list[str]:
            return [text for to, text in self.sink.messages if email in to and words in text]

        self.installation.wait_for_that(lambda: bool(found()), 30)
        return found()[-1]


def where_it_is_noon() -> str:
    """A time zone in which it is about midday now: no story runs over midnight, "today, 23:58" is always ahead and
    "today, 00:05" always past. (Etc/GMT+3 is three hours behind Greenwich.)"""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


@pytest.fixture
def person(cast, chromium, live_server) -> Callable[..., Person]:
    """Somebody of the cast at a browser of their own, signed in where they have an account: `person("Dee", user)`."""
    contexts = []

    def made(name: str, user=None, *, phone: bool = False) -> Person:
        somebody = Person(chromium, live_server.url, name, lambda *_: "", phone=phone)
        contexts.append(somebody.context)
        if user:
            cookie = cast.client(user).cookies["sessionid"]
            somebody.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        return somebody

    yield made
    for context in contexts:
        context.close()


@pytest.fixture
def story(chromium, smtp_sink, tmp_path, request):
    broker = request.getfixturevalue("redis_server").url if os.environ.get("REDIS_URL") else ""
    env = {
        "DJANGO_SETTINGS_MODULE": "mentoring.tests.journey.settings",
        "DEMO": "0",
        "DEBUG": "1",
        "EMAIL_URL": smtp_sink.url,
        "TIME_ZONE": where_it_is_noon(),
    }
    whole = Installation(tmp_path, redis_url=broker, env=env)
    whole.start()
    yield Story(browser=chromium, installation=whole, sink=smtp_sink)
    whole.remove()
