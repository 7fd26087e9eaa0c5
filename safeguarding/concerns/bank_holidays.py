"""Bank holidays of England and Wales on which no lead is expected at work. Source: gov.uk/bank-holidays."""

from datetime import date

DAYS = {
    2026: ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)),
    2027: ((1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)),
}
ENGLAND_AND_WALES = frozenset(date(year, month, day) for year, days in DAYS.items() for month, day in days)
