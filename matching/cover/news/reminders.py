"""A mentor who told of something is answered (reminders.md: windows, one definition with the screens)."""

from django.urls import reverse
from django.utils.timezone import localdate

from matching.cover.news.queries import news_unanswered
from matching.pairing.models import Match
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

#: An answer is due within so many days.
ANSWER_DAYS = 2


@rule("A mentor told you something and waits for an answer.")
def news_waits(at):
    """At once to the co-ordinators, less whom it is about; once more when the answer is late."""
    holders = Holders()
    return [due for news in news_unanswered(at) for due in _dues(news, at, holders)]


def _dues(news, at, holders) -> list[Due]:
    volunteer, told_on = news.volunteer, localdate(news.created_at)
    theirs = Match.objects.filter(volunteer=volunteer).values_list("young_person__user", flat=True)
    about = {volunteer.user_id, *theirs}
    told = tuple(person for person in holders.of(volunteer.scheme_id, "coordinator") if person not in about)
    path = reverse("matching:news_answer", args=[volunteer.scheme.slug, news.pk])
    rungs = [Rung(0, "", told, path), Rung(ANSWER_DAYS + 1, "late", told, path)]
    return [
        Due(key_of(news), told_on, person, rung.path, step=rung.step, scheme_key=str(volunteer.scheme_id))
        for person, rung in rungs_reached(told_on, localdate(at), rungs)
    ]
