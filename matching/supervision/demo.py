"""The demo's supervision: held in the scheme's rhythm, missed now and then, a series ahead for some, one not written;
groups held and planned, things agreed and still to do, points for next time, a plan for each peer mentor but one."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from matching.endings.demo import last_days
from matching.supervision.actions import supervision_plan, supervision_record, supervision_series_plan
from matching.supervision.agenda.actions import supervision_point_add
from matching.supervision.following.actions import Todo, supervision_action_add, supervision_action_close
from matching.supervision.groups.actions import supervision_group_record
from matching.supervision.rhythm import next_due, series_days
from matching.supervision.rhythms.queries import rhythm_of
from matching.supervision.support_plans.actions import support_plan_agree, support_plan_write
from schemes.training.actions import training_need_add

#: Every so many supervisions one is missed; and which mentor's last one nobody has written down.
MISSED_EACH, NOT_WRITTEN = 7, 4
#: Support plans were written so many days ago.
PLAN_AGO_DAYS = 40
#: So many mentors have their next dates planned as a series; in so many days there is a group.
IN_SERIES, GROUP_IN_DAYS, GROUP_AGO_DAYS, GROUP_SIZE = 3, 9, 35, 5
REASONS = ("ill", "work", "forgot")
NOTES = {
    "shared_note": "Talked about keeping to the times agreed, and what to do when a text comes late at night.",
    "private_note": "Steady. Worries too much about doing it right.",
}
TOPICS = (
    "Texts late at night, and how to say kindly that you answer in the morning. Three had been through it.\n"
    "What to do with a present. We agreed to say thank you, and to tell the co-ordinator."
)
PLAN = {
    "helps": "A walk home instead of the bus. Music. No session in the week of the anniversary.",
    "too_much": "I stop answering texts, and sleep badly. Others would see that I joke about everything.",
    "who_to_call": "Lou by day, my sister in the evening. The out-of-hours number when neither answers.",
    "after_hard": "Ten minutes on the phone, and nothing has to be decided in it.",
}


def supervisions_load(stage) -> None:
    until = last_days(stage)
    mentors = {match.volunteer_id: match for match in stage.matches}
    for number, match in enumerate(mentors.values()):
        end = until.get(match.pk, stage.today - timedelta(days=15 if number == NOT_WRITTEN else 0))
        _held_until(stage, match.volunteer, end, number)
    live = [match.volunteer for match in mentors.values() if match.pk not in until]
    _series(stage, live[:IN_SERIES])
    _groups(stage, live[:GROUP_SIZE])
    for mentor in live:
        _agreed(stage, mentor)
    _plans(stage, [mentor for mentor in live if mentor.is_peer])


def at_half_past_five(day):
    return timezone.make_aware(datetime.combine(day, time(17, 30)))


def _held_until(stage, mentor, end, number) -> None:
    every = rhythm_of(mentor.scheme).for_mentor(is_peer=mentor.is_peer)
    planned = mentor.supervisions.individual().filter(outcome="planned").order_by("planned_at")
    while supervision := planned.filter(planned_at__date__lt=end).first():
        number += 1
        day, is_missed = timezone.localdate(supervision.planned_at), not number % MISSED_EACH
        is_last = planned.count() == 1
        with stage.on(day, hour=18):
            supervision_record(
                supervision=supervision,
                outcome="missed" if is_missed else "held",
                notes={} if is_missed else NOTES,
                missed_by="mentor" if is_missed else "",
                reason=REASONS[number % len(REASONS)] if is_missed else "",
                next_at=at_half_past_five(next_due(day, every)) if is_last else None,
                by=supervision.supervisor,
            )


def _series(stage, mentors) -> None:
    """The dates after the next one, planned at once."""
    for mentor in mentors:
        ahead = mentor.supervisions.individual().filter(outcome="planned").order_by("-planned_at").first()
        if ahead is None:
            continue
        last = timezone.localdate(ahead.planned_at)
        every = rhythm_of(mentor.scheme).for_mentor(is_peer=mentor.is_peer)
        days = series_days(last, every, 3, stage.today)
        supervision_series_plan(
            volunteers=[mentor], supervisor=ahead.supervisor, moments=[at_half_past_five(day) for day in days],
            place=ahead.place, by=ahead.supervisor,
        )  # fmt: skip


def _groups(stage, mentors) -> None:
    """One that was held, with who came, and the next."""
    lou, day = stage.users["supervisor"], stage.today - timedelta(days=GROUP_AGO_DAYS)
    together = {"volunteers": mentors, "supervisor": lou, "place": "The office, big table", "by": lou}
    with stage.on(day - timedelta(days=14)):
        group = supervision_plan(**together, planned_at=at_half_past_five(day))[0].group
    with stage.on(day, hour=20):
        places = list(group.supervisions.order_by("pk"))
        came = {place.pk: "called-off" if number == 1 else "held" for number, place in enumerate(places)}
        supervision_group_record(group=group, topics=TOPICS, came=came, by=lou)
    supervision_plan(**together, planned_at=at_half_past_five(stage.today + timedelta(days=GROUP_IN_DAYS)))


def _agreed(stage, mentor) -> None:
    """Of the last one held: what each of the two said they would do, one of it done; points for the next time."""
    held = mentor.supervisions.individual().filter(outcome="held").order_by("planned_at").last()
    if held is None or mentor.user not in (stage.users["mentor"], stage.users["peer"]):
        return
    day, lou = timezone.localdate(held.planned_at), held.supervisor
    todo = [
        Todo("Bring the next three dates", day + timedelta(days=7)),
        Todo("Try one evening without the phone", stage.today + timedelta(days=4)),
        Todo("Find out whether the library has a quiet room", stage.today - timedelta(days=2), lou),
    ]
    with stage.on(day, hour=19):
        first = [supervision_action_add(supervision=held, todo=one, by=lou) for one in todo][0]
        supervision_action_close(action=first, outcome="done", by=lou)
        training_need_add(volunteer=mentor, topic="trauma", words="When old things come up in a session", by=lou)
    supervision_point_add(volunteer=mentor, words="What to do when he says nothing for an hour", by=mentor.user)
    supervision_point_add(volunteer=mentor, words="Ask how the new job fits in", by=lou)


def _plans(stage, peers) -> None:
    """Each peer mentor has one but the last, whose supervisor is asked for it."""
    for mentor in peers[:-1] if len(peers) > 1 else peers:
        with stage.on(stage.today - timedelta(days=PLAN_AGO_DAYS)):
            plan = support_plan_write(
                volunteer=mentor, words=PLAN, ring_within=0, review_on=stage.today + timedelta(days=120),
                by=stage.users["supervisor"],
            )  # fmt: skip
            if mentor.user:
                support_plan_agree(plan=plan, by=mentor.user)
