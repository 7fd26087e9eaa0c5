"""What this room shows of the seventeen steps."""

from schemes.planning.shown import EVIDENCE as PLANNING
from schemes.recruitment.shown import EVIDENCE as RECRUITMENT
from schemes.training.shown import EVIDENCE as TRAINING

EVIDENCE = {**PLANNING, **RECRUITMENT, **TRAINING}
