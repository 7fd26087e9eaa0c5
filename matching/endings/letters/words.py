"""The first words of a letter that marks an ending: warm, plain, for the co-ordinator to change. Pure.

They blame nobody and give no reason; how it ended is said in a few honest words.
"""

HOW_IT_ENDED = {
    "planned": "Your time with {other} has come to its end, as you both planned.",
    "unplanned": "Your time with {other} has come to an end. We did not plan it this way, and we are sorry.",
    "premature": "Your time with {other} has come to an end, and it came sooner than you two had hoped. We are sorry.",
    "never-started": "We had hoped that you and {other} would meet. It did not come to that, and we are sorry.",
}
TO_MENTEE = {
    "planned": "You turned up. You tried new things. You kept going, even on the hard days. That is a lot, and it is "
    "yours to keep.",
    "unplanned": "It can hurt when something stops like this. You may feel sad, or cross, or nothing much. All of that "
    "is fine.",
    "premature": "It can hurt when something stops too soon. You may feel sad, or cross, or nothing much. All of that "
    "is fine.",
    "never-started": "You were brave to say yes. That still counts.",
}
TO_MENTOR = {
    "planned": "You gave your time and your patience, week after week. It made a difference, and it will last.",
    "unplanned": "You gave your time and your care. That does not become less because it stopped.",
    "premature": "You gave your time and your care. That does not become less because it stopped early.",
    "never-started": "You were ready to give your time, and we are grateful for it.",
}
WHAT_NOW = {
    "mentee": "We are still here. Ring us or write to us if you want to talk, or if you need something. If you would "
    "like another mentor one day, tell us. There is no rush.",
    "mentor": "If you would like to talk about how it ended, ring us. We would be glad to hear from you, and to tell "
    "you what else you can do with us, if you want.",
}
LAST = {"mentee": "We wish you all the best, and we mean it.", "mentor": "Thank you for everything."}


def first_words(*, to: str, planned: str, other: str) -> str:
    """The letter to "mentee" or "mentor" about their time with `other`: paragraphs, without greeting and name."""
    kind = planned if planned in HOW_IT_ENDED else "planned"
    about = TO_MENTEE if to == "mentee" else TO_MENTOR
    return "\n\n".join([HOW_IT_ENDED[kind].format(other=other), about[kind], WHAT_NOW[to], LAST[to]])
