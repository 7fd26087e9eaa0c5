"""What this room shows of the seventeen steps."""

from schemes.planning.shown import EVIDENCE as PLANNING

EVIDENCE = {**PLANNING}
