"""As a charity runs it, without the demo, but on plain http: for the story that begins with nothing."""

from mentoring.settings import *  # noqa: F403  the real settings, but for the lines below

DEBUG = False
