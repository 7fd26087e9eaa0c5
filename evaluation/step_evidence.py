"""What the records show of the last two steps: turnover and outcomes (S16), evaluation and review (S17)."""

from __future__ import annotations

from datetime import timedelta

from evaluation.reports.published import published
from evaluation.review.models import Decision, Evaluation
from evaluation.turnover.periods import day_said, period_named
from evaluation.turnover.queries import began_on, figures
from mentoring.web.wording import counted
from schemes.planning.evidence import Evidence

A_YEAR = timedelta(days=366)


def records(scheme, today) -> Evidence:
    """S16: the figures of the last twelve months, with small numbers hidden as everywhere."""
    period = period_named("12-months", began_on=began_on(scheme), today=today)
    found = published(figures(scheme, period), concerns=False)
    counted_at_all = (found.figures.volunteers.funnel[0], found.figures.young_people.funnel[0])
    if not found.figures.matches.ever and not any(stage.reached for stage in counted_at_all):
        return Evidence(missing=("Nobody has come or gone in the last twelve months",))
    by_key = {section.key: section for section in found.sections}
    lacking = [section.missing for section in found.sections if "never recorded" in section.missing]
    return Evidence(
        found=tuple(by_key[key].finding for key in ("volunteers", "young-people", "matches")),
        missing=tuple(f"Last twelve months: {words[0].lower()}{words[1:]}" for words in lacking),
        summary=by_key["volunteers"].finding,
    )


def review(scheme, today) -> Evidence:
    """S17: an evaluation in the last year, a review meeting about it, decisions, and where they went."""
    latest = Evaluation.objects.filter(scheme=scheme).order_by("-to_on").first()
    if latest is None:
        return Evidence(missing=("No period has been evaluated yet",))
    made = Decision.objects.filter(evaluation=latest).count()
    fed = Decision.objects.filter(evaluation=latest).exclude(fed_into="").count()
    found = [f"{day_said(latest.from_on)} to {day_said(latest.to_on)} was evaluated"]
    missing = []
    if latest.to_on < today - A_YEAR:
        missing.append("No period of the last year has been evaluated")
    if latest.met_on:
        found.append(f"A review meeting was held on {day_said(latest.met_on)}")
    else:
        missing.append("The review meeting")
    if made:
        found.append(f"{counted(made, 'decision')}, {fed} of them in the plan")
    else:
        missing.append("Decisions that feed the next plan")
    return Evidence(tuple(found), tuple(missing), summary=found[-1])


EVIDENCE = {16: records, 17: review}
