"""The life of a request for everything held on somebody. Pure."""

REQUEST_MOVES = {
    "asked": {"checked", "taken-back"},
    "checked": {"asked", "given", "taken-back"},
    "given": set(),
    "taken-back": set(),
}
#: Somebody of the scheme owes something.
OPEN = ("asked", "checked")
