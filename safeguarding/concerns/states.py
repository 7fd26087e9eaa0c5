"""The life of a concern (lifecycle.md). Pure."""

CONCERN_MOVES = {
    "raised": {"acknowledged"},
    "acknowledged": {"triaged"},
    "triaged": {"referred", "closed"},
    "referred": {"closed"},
    "closed": set(),
}
