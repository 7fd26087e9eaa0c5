"""The models of what it was worth, gathered from their parts."""

from evaluation.reports.models import Report
from evaluation.review.models import Decision, Evaluation

__all__ = ["Decision", "Evaluation", "Report"]
