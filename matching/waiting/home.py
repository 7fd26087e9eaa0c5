"""What of those who wait needs somebody today. Rows come from the queries that the reminders use."""

from django.urls import reverse

from matching.waiting.queries import contacts_due
from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission
from schemes.young_people.queries import follow_ups_due


def today_rows(actor, today) -> list[TodayRow]:
    edits = actor.schemes_for(Permission.PEOPLE_EDIT)
    return [*_contacts(actor.schemes_of(edits), today), *_follow_ups(edits, today)] if edits else []


def _contacts(schemes, today):
    """A row for each scheme, however many wait for a word."""
    for scheme in schemes:
        due = contacts_due(scheme, today)
        if due:
            who = due[0][0].first_name
            yield TodayRow(
                due_on=due[0][1],
                words=f"{who} waits and has not heard from us for four weeks"
                if len(due) == 1
                else f"{len(due)} young people wait and have not heard from us for four weeks",
                detail=str(scheme) if len(due) == 1 else f"{scheme} · {who} the longest",
                url=reverse("matching:waiting_list", args=[scheme.slug]),
                button="Get in touch",
            )


def _follow_ups(scheme_ids, today):
    for signpost in follow_ups_due(scheme_ids, today)[:5]:
        person = signpost.young_person
        yield TodayRow(
            due_on=signpost.follow_up_on,
            words=f"Ask {person.first_name} how it went with {signpost.where_to}",
            detail=str(person.scheme),
            url=reverse("schemes:signpost_follow_up", args=[person.scheme.slug, signpost.pk]),
            button="Write it down",
        )
