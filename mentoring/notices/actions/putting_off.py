"""Somebody has seen what is due, or puts it off."""

from datetime import date

from django.db import transaction

from mentoring.notices.actions.notices import notice_open
from mentoring.notices.models import Notice
from mentoring.notices.putting_off.models import PuttingOff


@transaction.atomic
def notice_put_off(*, notice: Notice, until: date, why: str, by) -> PuttingOff:
    """Nothing more comes of it before that day; then it comes again, if it is still so."""
    row = PuttingOff.objects.create(rule=notice.rule, object_key=notice.object_key, until=until, why=why, by=by)
    notice_open(notice=notice, by=by)
    return row
