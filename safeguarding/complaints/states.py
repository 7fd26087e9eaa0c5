"""The life of a complaint: heard, answered, and if the answer will not do, looked at by somebody new. Pure."""

COMPLAINT_MOVES = {
    "made": {"taken-on"},
    "taken-on": {"answered"},
    "answered": {"settled", "further"},
    "further": {"looked-again"},
    "looked-again": {"answered-again"},
    "answered-again": {"settled"},
    "settled": set(),
}
#: Nobody has said yet that they have it.
UNREAD = ("made", "further")
#: Somebody has it and owes an answer.
LOOKED_INTO = ("taken-on", "looked-again")
