"""Evaluation's share of the first page: how the scheme is going, for those who answer for it."""

from django.urls import reverse

from evaluation.reports.ledger import ledger
from evaluation.turnover.periods import period_named
from evaluation.turnover.queries import began_on, figures
from mentoring.home.cards import Card
from mentoring.web.small_numbers import WITHHELD
from schemes.people.permissions import Permission, Role

NUMBERS = (
    (("matches", "together"), "together"),
    (("young people", "waiting"), "waiting"),
    (("volunteers", "here"), "mentors"),
)


def cards(actor, today) -> list[Card]:
    """For a manager, one card for each scheme they answer for. (Co-ordinators see their people themselves.)"""
    mine = set(actor.schemes_for(Permission.REPORT_READ)) & set(actor.schemes_with(Role.MANAGER))
    return [card_of(scheme, today) for scheme in actor.schemes_of(mine)]


def card_of(scheme, today) -> Card:
    period = period_named("12-months", began_on=began_on(scheme), today=today)
    seen = ledger(figures(scheme, period))
    return Card(
        title=f"How {scheme} is going",
        template="evaluation/turnover/evaluation_card.html",
        context={
            "numbers": [(seen[name], words) for name, words in NUMBERS if seen[name] != WITHHELD],
            "url": reverse("evaluation:evaluation_show", kwargs={"scheme": scheme.slug}),
        },
    )
