"""The demo's supervision: held in the scheme's rhythm, missed now and then, the next one planned; one not written."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from matching.endings.demo import last_days
from matching.supervision.actions import supervision_record
from matching.supervision.queries import rhythm_of
from matching.supervision.rhythm import next_due

#: Every so many supervisions one is missed; and which mentor's last one nobody has written down.
MISSED_EACH, NOT_WRITTEN = 7, 4
NOTES = {
    "shared_note": "Talked about keeping to the times agreed, and what to do when a text comes late at night.",
    "private_note": "Steady. Worries too much about doing it right.",
    "to_do": "Bring the next three dates.",
}


def supervisions_load(stage) -> None:
    until = last_days(stage)
    mentors = {match.volunteer_id: match for match in stage.matches}
    for number, match in enumerate(mentors.values()):
        end = until.get(match.pk, stage.today - timedelta(days=15 if number == NOT_WRITTEN else 0))
        _held_until(stage, match.volunteer, end, number)


def _held_until(stage, mentor, end, number) -> None:
    every = rhythm_of(mentor.scheme).for_mentor(is_peer=mentor.is_peer)
    planned = mentor.supervisions.filter(outcome="planned").order_by("planned_at")
    while supervision := planned.filter(planned_at__date__lt=end).first():
        number += 1
        day = timezone.localdate(supervision.planned_at)
        following = timezone.make_aware(datetime.combine(next_due(day, every), time(17, 30)))
        is_last = planned.count() == 1
        with stage.on(day, hour=18):
            supervision_record(
                supervision=supervision,
                outcome="held" if number % MISSED_EACH else "missed",
                notes=NOTES if number % MISSED_EACH else {},
                next_at=following if is_last else None,
                by=supervision.supervisor,
            )
