"""Evaluation's share of the access table (roles.md: "evaluation report, dashboards")."""

from mentoring.tests.access_kit import page

READERS, MAKERS = "coordinator manager lead", "coordinator manager"


def report(world):
    return {"key": world.report.pk}


def review(world):
    return {"key": world.evaluation.pk}


def decision(world):
    return {"key": world.decision.pk}


ACCESS = {
    "evaluation:evaluation_show": page(READERS),
    "evaluation:evaluation_download": page(READERS),
    "evaluation:report_list": page(READERS),
    "evaluation:report_ask": page(MAKERS),
    "evaluation:report_show": page(READERS, kwargs=report),
    "evaluation:report_ask_again": page(MAKERS, kwargs=report, method="post"),
    "evaluation:report_download": page(READERS, kwargs=report),
    "evaluation:review_list": page(READERS),
    "evaluation:review_start": page(MAKERS),
    "evaluation:review_show": page(READERS, kwargs=review),
    "evaluation:review_write": page(MAKERS, kwargs=review),
    "evaluation:decision_add": page(MAKERS, kwargs=review, method="post", data=lambda world: {"words": "Meet more"}),
    "evaluation:decision_feed": page(MAKERS, kwargs=decision),
}
