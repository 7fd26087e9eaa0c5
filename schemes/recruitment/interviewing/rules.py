"""What two people's scores ask for before they agree (S9). Pure."""

from collections.abc import Mapping

from schemes.recruitment.criteria import CRITERIA

#: Points apart on one criterion from which the two say what lies behind it; our own rule.
WIDE = 2
#: Answers to "how long?" that promise too much or too little to plan with: somebody talks it through with them.
TO_TALK_OVER = frozenset({"open", "unsure", "less"})


def wide_differences(first: Mapping[str, int], second: Mapping[str, int]) -> list[str]:
    """Keys of the criteria on which the two are two points or more apart, in the order of the criteria."""
    both = [key for key in CRITERIA if key in first and key in second]
    return [key for key in both if abs(first[key] - second[key]) >= WIDE]


def words_needed(first: Mapping[str, int], second: Mapping[str, int], spans: tuple[str, str]) -> dict[str, str]:
    """Field → the sentence that asks for it; empty where nothing more has to be said."""
    needed = {}
    if apart := wide_differences(first, second):
        names = ", ".join(CRITERIA[key].split(":")[0].lower() for key in apart)
        needed["difference_words"] = f"You are far apart on {names}. Say what lies behind it."
    if TO_TALK_OVER & set(spans):
        needed["span_words"] = "Talk with them about how long they can really stay, and write down what was said."
    return needed
