"""Which state of a scheme may follow which (lifecycle.md). Pure."""

SCHEME_MOVES = {
    "planning": {"recruiting", "closing"},
    "recruiting": {"running", "closing"},
    "running": {"recruiting", "closing"},
    "closing": {"running", "closed"},
    "closed": set(),
}
