from mentoring.settings import *  # noqa: F403  the real settings, and one rule more
from mentoring.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "mentoring.tests.notices.many_due.ManyDue"]
