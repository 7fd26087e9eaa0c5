"""What is written in step 11."""

from schemes.training.forms.courses import CourseForm, ModuleForm
from schemes.training.forms.groups import GroupMarkForm, GroupSessionForm
from schemes.training.forms.needs import TrainingNeedForm
from schemes.training.forms.proofs import EquivalenceForm, StudyAnswerForm, StudyWriteForm, TrainingStandardForm
from schemes.training.forms.reviews import SuitabilityReviewWriteForm
from schemes.training.forms.sessions import (
    AttendanceBookForm,
    AttendanceMarkForm,
    AttendanceWalkInForm,
    TrainingSessionForm,
    typed_of,
)

__all__ = [
    "GroupMarkForm",
    "GroupSessionForm",
    "TrainingStandardForm",
    "StudyWriteForm",
    "StudyAnswerForm",
    "EquivalenceForm",
    "AttendanceBookForm",
    "AttendanceMarkForm",
    "AttendanceWalkInForm",
    "CourseForm",
    "ModuleForm",
    "SuitabilityReviewWriteForm",
    "TrainingNeedForm",
    "TrainingSessionForm",
    "typed_of",
]
