"""Writes of step 11: courses, sessions, places, and the review of suitability by two people (S11)."""

from schemes.training.actions.courses import (
    course_add,
    course_edit,
    course_retire,
    course_start,
    module_add,
    module_edit,
    module_move,
    module_retire,
)
from schemes.training.actions.groups import group_session_add, group_session_mark
from schemes.training.actions.needs import training_need_add, training_need_close
from schemes.training.actions.proofs import (
    certificate_issue,
    equivalence_add,
    equivalence_withdraw,
    study_answer,
    training_standard_set,
)
from schemes.training.actions.reviews import (
    suitability_review_confirm,
    suitability_review_withdraw,
    suitability_review_write,
)
from schemes.training.actions.sessions import (
    attendance_book,
    attendance_cancel,
    attendance_mark,
    attendance_walk_in,
    training_session_add,
    training_session_edit,
)

__all__ = [
    "group_session_add",
    "group_session_mark",
    "training_standard_set",
    "study_answer",
    "equivalence_withdraw",
    "equivalence_add",
    "certificate_issue",
    "attendance_book",
    "attendance_cancel",
    "attendance_mark",
    "attendance_walk_in",
    "course_add",
    "course_edit",
    "course_retire",
    "course_start",
    "module_add",
    "module_edit",
    "module_move",
    "module_retire",
    "suitability_review_confirm",
    "suitability_review_withdraw",
    "suitability_review_write",
    "training_need_add",
    "training_need_close",
    "training_session_add",
    "training_session_edit",
]
