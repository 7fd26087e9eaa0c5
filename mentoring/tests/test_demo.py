"""The demo loads whatever day it is: its stories lean on weekdays, on months and on each other."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.demo import DEMO_PEOPLE

WEEK = [pytest.param(days, marks=pytest.mark.slow if days != 1 else ()) for days in range(1, 8)]


@pytest.mark.parametrize("days", WEEK)
def test_the_demo_loads_on_each_day_of_the_week(db, days):
    """Tomorrow's in every run; the week with `-m slow`."""
    call_command("demo", today=timezone.localdate() + timedelta(days=days))
    assert User.objects.filter(is_made_up=True).count() >= len(DEMO_PEOPLE)
