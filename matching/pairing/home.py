"""Who has waited long with nobody proposed, whose answer is awaited, who may be introduced (S12)."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localtime

from matching.pairing import queries
from matching.pairing.meetings import home as meetings
from matching.pairing.running_out import AHEAD, risks_to_renew
from mentoring.home.cards import TodayRow
from mentoring.web.wording import short_day
from schemes.people.permissions import Permission, Role

#: Days until a wait is worth a co-ordinator's morning.
NOBODY_PROPOSED_DAYS, ANSWER_DAYS, INTRODUCE_DAYS, WISH_DAYS = 14, 7, 7, 2
#: So many rows of one kind; the page behind the button has all of them.
SHOWN = 5


def today_rows(actor, today) -> list[TodayRow]:
    edits, agrees = actor.schemes_for(Permission.MATCH_EDIT), actor.schemes_for(Permission.RISK_APPROVE)
    rows = [*_own(actor, today)]
    if edits:
        unproposed = queries.people_unproposed(edits)
        rows += [*_nobody_proposed(unproposed, today), *_answers(edits), *_to_introduce(edits)]
        rows += [*_none_of_these(unproposed, actor.user), *meetings.today_rows(edits, actor.user)]
        rows += [*_risks(edits, today)]
    return rows + [_exception(exception) for exception in queries.exceptions_to_agree(agrees)] if agrees else rows


def _nobody_proposed(unproposed, today):
    """A row for each scheme, however many wait: the page behind it has them all, the longest wait first."""
    by_scheme: dict = {}
    for person in unproposed:
        by_scheme.setdefault(person.scheme, []).append(person)
    for scheme, people in by_scheme.items():
        longest = localtime(people[0].waiting_since or people[0].created_at).date()
        who, days = people[0].first_name, (today - longest).days
        yield TodayRow(
            due_on=longest + timedelta(days=NOBODY_PROPOSED_DAYS),
            words=f"{who} waits for a mentor and nobody is proposed"
            if len(people) == 1
            else f"{len(people)} young people wait for a mentor and nobody is proposed",
            detail=str(scheme) if len(people) == 1 else f"{scheme} · {who} has waited longest",
            url=reverse("matching:match_proposals", args=[scheme.slug]),
            button="See proposals",
            badge=f"Waiting {days} days",
            tone="waiting",
        )


def _none_of_these(unproposed, user):
    """What they would like stands on the page behind the button, with the mentors who come nearest to it."""
    said = [person for person in unproposed if person.said_none_at and person.user_id != user.pk]
    for person in sorted(said, key=lambda person: person.said_none_at)[:SHOWN]:
        said_on = localtime(person.said_none_at).date()
        yield TodayRow(
            due_on=said_on + timedelta(days=WISH_DAYS),
            words=f"{person.first_name} would like none of the mentors they were shown",
            detail=f"{person.scheme} · said so on {short_day(said_on, localtime().date())}",
            url=reverse("matching:match_compare", args=[person.scheme.slug, person.pk]),
            button="Look again",
        )


def _answers(scheme_ids):
    for match in queries.answers_waiting(scheme_ids).filter(meets_first=False)[:SHOWN]:
        who, whom = match.young_person.first_name, match.volunteer.first_name
        if match.mentee_answer:
            who, whom = whom, who
        yield TodayRow(
            due_on=localtime(match.shared_at).date() + timedelta(days=ANSWER_DAYS),
            words=f"{who} has not answered about {whom} yet",
            detail=str(match.scheme),
            url=_show(match),
            button="Ask",
        )


def _to_introduce(scheme_ids):
    for match in queries.matches_to_introduce(scheme_ids)[:SHOWN]:
        yield TodayRow(
            due_on=localtime(match.yes_at).date() + timedelta(days=INTRODUCE_DAYS),
            words=f"{match} both said yes",
            detail=f"{match.scheme} · what is missing before they meet",
            url=_show(match),
            button="Open",
        )


def _risks(scheme_ids, today):
    """What keeps a pair safe is looked at again; past its day, the gate is shut to them."""
    for match, review_on in risks_to_renew(today, min(AHEAD), scheme_ids)[:SHOWN]:
        yield TodayRow(
            due_on=review_on,
            words=f"Look at the risk assessment of {match} again",
            detail=str(match.scheme),
            url=reverse("matching:match_risk_write", args=[match.scheme.slug, match.pk]),
            button="Write it",
        )


def _exception(exception) -> TodayRow:
    return TodayRow(
        due_on=localtime(exception.created_at).date(),
        words="An exception from the age rules needs a second person",
        detail=str(exception.scheme),
        url=reverse("matching:match_list", args=[exception.scheme.slug]),
        button="Look at it",
    )


def _own(actor, today):
    """What a young person or a mentor is asked; nobody else is looked up."""
    number = queries.choices_waiting(actor.user).count() if actor.schemes_with(Role.MENTEE) else 0
    if number:
        words = "There is a mentor for you to look at" if number == 1 else f"There are {number} mentors to look at"
        yield TodayRow(
            due_on=today, words=words, detail="You choose. You can say no without saying why.",
            url=reverse("matching:profile_list"), button="Have a look", badge="New", tone="today",
        )  # fmt: skip
    for match in queries.invitations_for(actor.user) if actor.schemes_with(Role.MENTOR) else ():
        yield TodayRow(
            due_on=today, words=f"{match.young_person.first_name} picked you", detail="Read about them and answer.",
            url=reverse("matching:asked_answer", args=[match.pk]), button="Read", badge="New", tone="today",
        )  # fmt: skip


def _show(match) -> str:
    return reverse("matching:match_show", args=[match.scheme.slug, match.pk])
