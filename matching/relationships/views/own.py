"""Somebody's own page: as a young person, as a mentor, as both, as a referrer (P4)."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.endings.letters.queries import letters_of
from matching.expenses.queries import asked_back
from matching.pairing.meetings.checklist import what_they_talk_about
from matching.relationships import own, who_sees
from matching.relationships.asks.queries import answers_unread
from matching.relationships.models import MentoringSession
from matching.relationships.pulses.rules import QUESTIONS
from mentoring.web.context import gathered
from schemes.people.gates import portal_view
from schemes.people.permissions import Role
from schemes.people.sharing import AFTER, BEFORE, shown_to_mentor


@require_safe
@portal_view
def me(request):
    """What is next for me."""
    now = timezone.now()
    request.nav_links = []  # they stand at the foot of this page, so that what is next comes first on a telephone
    context = {
        "mentee_sides": own.own_mentee(request.user, now),
        "mentor_sides": own.own_mentor(request.user, now),
        "letters": letters_of(request.user),
        "claims_asked": asked_back(request.user),
        "refers": bool(request.actor.schemes_with(Role.REFERRER)),
        "answers": answers_unread(request.user),
        "first_talk": what_they_talk_about(),
        "feelings": MentoringSession.Feeling.choices[1:],
        "first_question": QUESTIONS["going"].choices,
        "links": [pair for pair in gathered("portal_links", request.actor) if pair[1] != request.path],
    }
    return render(request, "matching/relationships/me.html", context)


@require_safe
@portal_view
def who_sees_mine(request):
    """Who can see what about me, and where I change it (R8)."""
    sides = own.own_mentee(request.user, timezone.now())
    if not sides:
        raise Http404
    record, pair = sides[0].record, sides[0].pair
    match = pair.match if pair else None
    shown = {
        "mentor": match.volunteer if match else None,
        "things": [
            (thing.words, who_sees.said(who_sees.readers_of(thing, record.scheme, match)))
            for thing in who_sees.things_of(match).values()
        ],
        "about": shown_to_mentor(record, timezone.localdate(), moment=AFTER if pair and pair.is_together else BEFORE),
        "referrals": record.referrals.filter(referrer__isnull=False).select_related("referrer"),
        "record": record,
    }
    return render(request, "matching/relationships/who_sees_mine.html", shown)
