"""What mentors told and nobody has answered, and pauses that need a word, on the co-ordinators' first page: one query
for both, because that page is asked often."""

from datetime import timedelta

from django.db.models import BooleanField, CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import TruncDate
from django.urls import reverse

from matching.cover.models import COVERED, Cover, Pause
from matching.cover.news.models import MentorNews
from matching.cover.news.reminders import ANSWER_DAYS
from matching.cover.queries import AHEAD_DAYS, open_pauses, pause_ends
from mentoring.home.cards import TodayRow
from mentoring.web.wording import distance, short_day
from schemes.people.permissions import Permission

SHOWN = 8
#: `other`: the kind of news, or the young person.
COLUMNS = ("what", "id", "match_key", "day", "mentor", "other", "slug", "scheme_name", "is_open")


def today_rows(actor, today) -> list[TodayRow]:
    edits = actor.schemes_for(Permission.MATCH_EDIT)
    if not edits:
        return []
    rows = _news(actor).union(_pauses(actor, edits, today), all=True)
    told = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    told.sort(key=lambda row: row["day"])
    return [ROWS[row["what"]](row, today) for row in told[:SHOWN]]


def _news(actor):
    rows = MentorNews.objects.told_to(actor).open().order_by()
    return rows.annotate(
        what=Value("news", CharField()), match_key=F("volunteer_id"), day=TruncDate("created_at"),
        mentor=F("volunteer__name"), other=F("kind"), slug=F("volunteer__scheme__slug"),
        scheme_name=F("volunteer__scheme__name"), is_open=Value(True, BooleanField()),
    ).values_list(*COLUMNS)  # fmt: skip


def _pauses(actor, edits, today):
    """Near their end or past it; and those for which somebody was asked and nobody stands in."""
    said_no = Cover.objects.filter(pause=OuterRef("pk"), stopped_at__isnull=False)
    live = Cover.objects.filter(pause=OuterRef("pk"), stopped_at__isnull=True)
    two = Q(match__volunteer__user=actor.user) | Q(match__young_person__user=actor.user)
    near = Q(from_on__lte=today, day__lte=today + timedelta(days=AHEAD_DAYS))
    alone = Q(Exists(said_no), ~Exists(live), day__gte=today, whose=Pause.Whose.MENTOR)
    rows = open_pauses().filter(match__scheme_id__in=edits, match__state__in=COVERED).exclude(two)
    return rows.annotate(
        what=Value("pause", CharField()), match_key=F("match_id"), day=pause_ends(), mentor=F("match__volunteer__name"),
        other=F("match__young_person__name"), slug=F("match__scheme__slug"), scheme_name=F("match__scheme__name"),
        is_open=Q(until_on__isnull=True),
    ).filter(near | alone).order_by().values_list(*COLUMNS)  # fmt: skip


def _told(row, today) -> TodayRow:
    name = row["mentor"].split()[0]
    words = f"{name} will be away" if row["other"] == MentorNews.Kind.AWAY else f"Something changes for {name}"
    return TodayRow(
        due_on=row["day"] + timedelta(days=ANSWER_DAYS),
        words=f"{words}: say what happens now",
        detail=f"{row['scheme_name']} · told {distance(row['day'], today)}",
        url=reverse("matching:news_answer", args=[row["slug"], row["id"]]),
        button="Answer",
    )


def _pause(row, today) -> TodayRow:
    mentor, mentee, day = row["mentor"].split()[0], row["other"].split()[0], row["day"]
    pair, on = f"{mentor} and {mentee}", short_day(day, today)
    if day < today:
        words = f"Are {pair} together again? Their pause was to be over on {on}"
    elif day - today > timedelta(days=AHEAD_DAYS):
        words = f"Nobody stands in for {mentor} until {on}: ask somebody else, or keep in touch with {mentee}"
    else:
        words = f"Look at the pause of {pair} again" if row["is_open"] else f"The pause of {pair} ends on {on}"
    return TodayRow(
        due_on=min(day, today) if day - today > timedelta(days=AHEAD_DAYS) else day,
        words=words,
        detail=row["scheme_name"],
        url=reverse("matching:match_show", args=[row["slug"], row["match_key"]]) + "#pause",
        button="Open",
    )


ROWS = {"news": _told, "pause": _pause}
