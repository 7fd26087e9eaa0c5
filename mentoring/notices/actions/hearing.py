"""What people choose about how they hear. Not audited: it is theirs alone, and changes nothing for others."""

from django.db import transaction
from django.utils import timezone

from mentoring.notices.actions.queueing import when
from mentoring.notices.hearing.models import Hearing
from mentoring.notices.models import Notice
from mentoring.notices.rules import rule_named


@transaction.atomic
def hearing_choose(*, by, **chosen) -> Hearing:
    """It counts from now on, for what waits to go as well: a new time, a new way."""
    hearing, _ = Hearing.objects.update_or_create(user=by, defaults=chosen)
    waiting = Notice.objects.filter(recipient=by, progress=Notice.State.QUEUED, urgent=False)
    if not hearing.telephone:
        waiting.filter(channel=Notice.Channel.TEXT).update(channel=Notice.Channel.EMAIL)
    waiting.filter(attempts=0).update(not_before=when(hearing, timezone.now(), urgent=False))
    return hearing


@transaction.atomic
def notice_stop(*, notice: Notice) -> None:
    """What this mail told of is left to the inbox from now on, whoever pressed: it asked for no sign-in."""
    mail = Notice.objects.filter(parcel=notice.parcel) if notice.parcel else Notice.objects.filter(pk=notice.pk)
    rules = map(rule_named, mail.values_list("rule", flat=True))
    hearing, _ = Hearing.objects.get_or_create(user=notice.recipient)
    hearing.muted = sorted({*hearing.muted, *(rule.name for rule in rules if rule and rule.optional)})
    hearing.save(update_fields=["muted"])
