"""A mentor tells of it, takes it back; a co-ordinator answers. None of these moves a match: people talk first."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.cover.news.models import MentorNews
from matching.pairing.models import GONE, Match
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def news_tell(
    *, volunteer, kind: str, from_on: date, until_on: date | None = None, means: str = "", words: str = "", by
) -> MentorNews:
    volunteer = locked(volunteer)
    if by.pk != volunteer.user_id or volunteer.state in GONE:
        raise Refused("Only the mentor themselves can say this.")
    if until_on and until_on < from_on:
        raise Refused("The last day comes before the first. Check both.")
    said = {"from_on": from_on, "until_on": until_on, "means": means, "words": words}
    try:
        with transaction.atomic():
            news = MentorNews.objects.create(volunteer=volunteer, kind=kind, **said)
    except IntegrityError as problem:
        raise Refused("You have told us this already. Take it back to say it anew.") from problem
    _noted(news, "mentornews.told", by)
    return news


@transaction.atomic
def news_take_back(*, news, by) -> MentorNews:
    news = _open(news)
    if by.pk != news.volunteer.user_id:
        raise Refused("Only whoever said it can take it back.")
    news.taken_back_at = timezone.now()
    news.save(update_fields=["taken_back_at"])
    _noted(news, "mentornews.taken-back", by)
    return news


@transaction.atomic
def news_answer(*, news, answer: str, by) -> MentorNews:
    """What happens now, in words that the mentor reads."""
    news = _open(news)
    own = Match.objects.filter(volunteer=news.volunteer, young_person__user=by).exists()
    if by.pk == news.volunteer.user_id or own:
        raise Refused("This is about you. Somebody else answers it.")
    news.answer, news.answered_at, news.answered_by = answer, timezone.now(), by
    news.save(update_fields=["answer", "answered_at", "answered_by"])
    _noted(news, "mentornews.answered", by)
    return news


@transaction.atomic
def news_read(*, news, by) -> MentorNews:
    """The mentor has read the answer and puts it away."""
    news = locked(news)
    if by.pk == news.volunteer.user_id and news.answered_at and not news.read_at:
        news.read_at = timezone.now()
        news.save(update_fields=["read_at"])
    return news


def _open(news) -> MentorNews:
    news = locked(news)
    if not news.is_open:
        raise Refused("This is not open any more.")
    return news


def _noted(news, verb: str, by) -> None:
    """In the mentor's own trail only: the young person's must not tell that something was said."""
    volunteer = news.volunteer
    audit_record(verb=verb, subject=news, scheme=volunteer.scheme_id, about=[volunteer.user_id], by=by)
