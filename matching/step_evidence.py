"""What this room shows of the seventeen steps, part by part."""

from matching.pairing.shown import matching

EVIDENCE = {12: matching}
