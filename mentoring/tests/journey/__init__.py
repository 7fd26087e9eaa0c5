"""One scheme from its first council to its evaluation report, told chapter by chapter; `test_journeys.py` tells it."""
