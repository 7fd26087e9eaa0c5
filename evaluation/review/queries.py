"""Evaluations with their decisions."""

from evaluation.review.models import Decision, Evaluation


def evaluations(actor):
    """Those the person may read, newest period first, with their decisions."""
    return Evaluation.objects.visible_to(actor).prefetch_related("decisions")


def decisions(actor):
    """Decisions of the evaluations the person may read."""
    return Decision.objects.filter(evaluation__in=Evaluation.objects.visible_to(actor)).select_related("evaluation")
