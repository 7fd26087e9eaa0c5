"""What this room shows of the seventeen steps, part by part."""

from matching.endings.shown import endings
from matching.pairing.shown import matching
from matching.relationships.shown import goals
from matching.supervision.shown import supervision

EVIDENCE = {12: matching, 13: goals, 14: supervision, 15: endings}
