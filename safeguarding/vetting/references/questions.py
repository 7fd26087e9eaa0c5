"""What a referee is asked, until a scheme words it otherwise. Pure.

The kinds say what an answer means: `words` are read; a `worry` that is ticked and `trust` that is not given need
somebody's decision before the reference can be clear.
"""

from dataclasses import dataclass

YES, NO = "yes", "no"
KINDS = {
    "words": "Their own words",
    "worry": "Yes or no; a yes needs a decision",
    "trust": "Yes or no; a no needs a decision",
}


@dataclass(frozen=True)
class Question:
    """`key` names the field; `kind` is one of KINDS."""

    key: str
    words: str
    kind: str = "words"
    is_required: bool = True

    def worries(self, answer: str) -> bool:
        """Does this answer need a decision?"""
        return (self.kind, answer) in {("worry", YES), ("trust", NO)}


DEFAULTS = (
    Question("known", "How do you know them?"),
    Question("long", "For how long have you known them?"),
    Question("young", "How are they with young people, as far as you have seen?"),
    Question("reliable", "Do they turn up when they said they would? Tell us of a time."),
    Question("trust", "Would you trust them with a young person who is dear to you?", "trust"),
    Question("worry", "Is there anything that worries you about them being with young people?", "worry"),
    Question("worry_words", "If so, what is it? What did you see or hear, and when?", is_required=False),
)


def in_words(questions, answers: dict[str, str]) -> list[tuple[str, str]]:
    """(question, answer) as they were asked and given; what was left out says so."""
    yes_no = {YES: "Yes", NO: "No"}
    given = [(question, answers.get(question.key, "")) for question in questions]
    return [
        (question.words, yes_no.get(answer, answer) if question.kind != "words" else answer or "Not answered")
        for question, answer in given
    ]


def worrying(questions, answers: dict[str, str]) -> bool:
    return any(question.worries(answers.get(question.key, "")) for question in questions)
