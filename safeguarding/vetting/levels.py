"""Levels of a criminal record check, and whether the one held is as much as the one needed. Pure.

A level is a code such as "enhanced-child": how deep it looks, and which barred lists were searched.
"""

LISTS = {
    "": frozenset(),
    "child": frozenset({"child"}),
    "adult": frozenset({"adult"}),
    "both": frozenset(("child", "adult")),
}
DEPTHS = ("none", "basic", "standard", "enhanced")
MEMBER = "pvg"
NONE = "none"
#: Levels written as words before there were codes.
OLD_WORDS = {
    "enhanced with barred list": "enhanced-child",
    "enhanced with barred lists": "enhanced-both",
    "enhanced": "enhanced",
    "standard": "standard",
    "basic": "basic",
    "pvg": "pvg-child",
}


def parts(level: str) -> tuple[str, frozenset]:
    """(depth, barred lists) of a code; ("", none) for words we do not know."""
    depth, _, lists = OLD_WORDS.get(level.strip().lower(), level).partition("-")
    known = depth in (*DEPTHS, MEMBER) and lists in LISTS
    return (depth, LISTS[lists]) if known else ("", frozenset())


def how_deep(level: str) -> tuple[int, int]:
    """Something to sort levels by: the deeper look, then the more barred lists; nought for words we do not know."""
    depth, lists = parts(level)
    return (*DEPTHS, MEMBER).index(depth) if depth else 0, len(lists)


def enough(held: str, needed: str) -> bool:
    """Does a check of level `held` do where `needed` is asked for? A PVG scheme member needs no basic check beside it;
    nothing but membership does where membership is the law."""
    (depth, lists), (asked, asked_lists) = parts(held), parts(needed)
    if asked == NONE:
        return True
    if MEMBER in (depth, asked):
        return depth == MEMBER and (asked == "basic" or (asked == MEMBER and lists >= asked_lists))
    return bool(depth) and DEPTHS.index(depth) >= DEPTHS.index(asked) and lists >= asked_lists


def together(one: str, other: str) -> str:
    """The level that does for both."""
    if enough(one, other):
        return one
    if enough(other, one):
        return other
    (depth, lists), (_, more) = parts(one), parts(other)
    return f"{depth}-{next(name for name, found in LISTS.items() if found == lists | more)}"


def needs_barred_list(level: str) -> bool:
    """Is it a level that is there because a barred person would commit a crime by starting?"""
    return bool(parts(level)[1])
