"""The installation that a story is told on, and who takes part. A plugin: every journey test may ask for `story`."""

import os
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

    def post(self, email: str) -> str:
        """The newest mail to this address."""
        return self.post_about(email, "")

    def post_about(self, email: str, words: str) -> str:
        """The newest mail to this address with these words in it."""

        def found() -> list[str]:
            return [text for to, text in self.sink.messages if email in to and words in text]

        self.installation.wait_for_that(lambda: bool(found()), 30)
        return found()[-1]


@pytest.fixture
def story(chromium, smtp_sink, tmp_path, request):
    broker = request.getfixturevalue("redis_server").url if os.environ.get("REDIS_URL") else ""
    env = {
        "DJANGO_SETTINGS_MODULE": "mentoring.tests.journey.settings",
        "DEMO": "0",
        "DEBUG": "1",
        "EMAIL_URL": smtp_sink.url,
    }
    whole = Installation(tmp_path, redis_url=broker, env=env)
    whole.start()
    yield Story(browser=chromium, installation=whole, sink=smtp_sink)
    whole.remove()
