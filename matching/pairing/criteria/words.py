"""Words of two people compared: capitals and spaces do not count, nor does writing one twice. Pure."""

from collections.abc import Iterable


def plain(word: str) -> str:
    return " ".join(str(word).lower().split())


def distinct(words: Iterable[str]) -> dict[str, str]:
    """{plain word: as it was first written}, empty ones left out."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(plain(word), word)
    found.pop("", None)
    return found


def shared(left: Iterable[str], right: Iterable[str]) -> list[str]:
    """Words in both lists, as the first wrote them."""
    there = distinct(right)
    return [word for key, word in distinct(left).items() if key in there]


def listed(words: list[str]) -> str:
    lowered = [word if word.isupper() else word[:1].lower() + word[1:] for word in words]
    return lowered[0] if len(lowered) == 1 else f"{', '.join(lowered[:-1])} and {lowered[-1]}"


def overlap(same: int, wanted: int, enough: int) -> float:
    """How much of what is wanted is there; `enough` shared words are as good as all. `wanted` is not nought."""
    return min(1.0, same / min(enough, wanted))
