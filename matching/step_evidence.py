"""What this room shows of the seventeen steps, part by part."""

from matching.pairing.shown import matching
from matching.relationships.shown import goals

EVIDENCE = {12: matching, 13: goals}
