"""An installation that owes every person of the demo MANY_DUE_EACH urgent mails, for tests that kill its parts."""

import os
from datetime import date, datetime

from django.apps import AppConfig

EACH = int(os.environ.get("MANY_DUE_EACH", "20"))
WORDS = "One of many things to look at."


class ManyDue(AppConfig):
    name = "mentoring.tests.notices.many_due"

    def ready(self):
        from mentoring.accounts.models import User
        from mentoring.notices.rules import Due, rule

        @rule(WORDS, urgent=True)
        def many_due(at: datetime) -> list[Due]:
            people = User.objects.order_by("pk").values_list("pk", flat=True)
            return [Due(f"test:{n}", date(2026, 1, 1), key, "/") for key in people for n in range(EACH)]
