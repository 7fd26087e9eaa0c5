"""The schemes' share of everybody's first page: who stands at one stage too long, invitations that ran out."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card, TodayRow
from schemes.people import home as people
from schemes.people import queries
from schemes.people.permissions import Permission, Role
from schemes.people.standing import home as standing
from schemes.people.unreachable import home as unreachable
from schemes.planning.queries import actions_due, policies_due, steps_due
from schemes.planning.steps import STEPS
from schemes.recruitment.interviewing.today import interview_rows
from schemes.training import home as training
from schemes.training.queries import reviews_to_confirm


def first_page(actor) -> str | None:
    """Mentors, young people and referrers begin at their own pages."""
    own = {Role.MENTOR, Role.MENTEE, Role.REFERRER}
    held = set().union(*actor.roles.values()) if actor.roles else set()
    if held == {Role.REFERRER}:
        return reverse("schemes:my_referrals")
    return "/me/" if held and held <= own else None


def today_rows(actor, today) -> list[TodayRow]:
    """People who stand at a stage too long, reviews waiting for a second person, invitations that ran out."""
    rows = []
    if actor.schemes_for(Permission.PEOPLE_EDIT):
        rows += [*standing.today_rows(actor, today), *unreachable.today_rows(actor)]
    rows += standing.manager_rows(actor, today)
    rows += training.today_rows(actor, today)
    return rows + interview_rows(actor) + _reviews(actor, today) + _invitations(actor) + _plan_rows(actor, today)


def cards(actor, today) -> list[Card]:
    """How far the seventeen steps are, for those who run a scheme; setting schemes up, for the site admin; and the own
    cards of whoever has a smaller part."""
    small = [*training.cards(actor, today), *people.cards(actor, today)]
    schemes = actor.schemes_of(actor.schemes_with(Role.COORDINATOR, Role.MANAGER))
    installation = [Card("This installation", "schemes/planning/installation_card.html")]
    return [*small, *(installation if actor.user.is_site_admin else [])] + [
        Card(
            "Seventeen steps" if len(schemes) == 1 else f"Seventeen steps: {scheme}",
            "schemes/planning/steps_card.html",
            {"scheme": scheme},
        )
        for scheme in schemes
    ]


def _plan_rows(actor, today) -> list[TodayRow]:
    """Actions, steps and parts of the manual that are due within a week (S4, S7)."""
    edits, until = actor.schemes_for(Permission.PLAN_EDIT), today + timedelta(days=7)
    due = [(action, action.due_on, action.words, 4) for action in actions_due(until, edits)]
    due += [
        (step, step.due_on, f"Step {step.number}: {STEPS[step.number].name}", step.number)
        for step in steps_due(until, edits)
    ]
    due += [(policy, policy.review_on, f"Look at “{policy.title}” again", 7) for policy in policies_due(until, edits)]
    return [
        TodayRow(
            due_on=due_on,
            words=words,
            detail=str(row.owner or "nobody owns it yet"),
            url=reverse("schemes:step_show", args=[row.scheme.slug, number]),
        )
        for row, due_on, words, number in due
    ]


def _reviews(actor, today) -> list[TodayRow]:
    return [
        TodayRow(
            due_on=timezone.localtime(review.created_at).date(),
            words=f"Suitability of {review.volunteer.name}: a second person is needed",
            detail=f"{review.volunteer.scheme} · {review.first_by} has written a review",
            url=reverse("schemes:suitability_review_write", args=[review.volunteer.scheme.slug, review.volunteer_id]),
            button="Look at it",
        )
        for review in reviews_to_confirm(actor)
    ]


def _invitations(actor) -> list[TodayRow]:
    return [
        TodayRow(
            due_on=timezone.localtime(invitation.expires_at).date(),
            words=f"The invitation of {invitation.name} ran out",
            detail=f"{invitation.scheme} · {invitation.get_role_display()}",
            url=reverse("schemes:member_list", args=[invitation.scheme.slug]),
            button="Invite again",
        )
        for invitation in queries.expired_invitations(actor, timezone.now())[:20]
    ]
