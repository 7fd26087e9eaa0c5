"""The life of a request to be forgotten. Pure."""

ERASURE_MOVES = {
    "asked": {"decided", "refused", "taken-back"},
    "decided": {"asked", "done", "taken-back"},
    "done": set(),
    "refused": set(),
    "taken-back": set(),
}
#: Somebody of the scheme owes something.
OPEN = ("asked", "decided")
#: Somebody's time in the scheme is over.
GONE = {
    "volunteer": ("left", "withdrawn", "declined"),
    "youngperson": ("moved-on", "chose-not", "not-eligible", "signposted"),
}
