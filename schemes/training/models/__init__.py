"""Step 11 as records: courses of modules, sessions with their registers, and the review of suitability (S11)."""

from schemes.training.models.courses import Course, Module
from schemes.training.models.groups import GroupPlace, GroupSession
from schemes.training.models.needs import TrainingNeed
from schemes.training.models.proofs import Certificate, Equivalence, StudyTry, TrainingStandard
from schemes.training.models.reviews import SuitabilityReview
from schemes.training.models.sessions import Attendance, TrainingSession

__all__ = [
    "GroupPlace",
    "GroupSession",
    "Attendance",
    "Certificate",
    "Course",
    "Equivalence",
    "Module",
    "StudyTry",
    "SuitabilityReview",
    "TrainingNeed",
    "TrainingSession",
    "TrainingStandard",
]
