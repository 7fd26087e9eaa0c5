"""What the ground holds on a person: their account, what it told them, what they did."""

from django.conf import settings

from mentoring.held.kinds import Chapter, Eyes, Kind, Person, Section, Side, in_chapter
from mentoring.held.signing import acts_of, signatures_of
from mentoring.notices.rules import rule_named


def language_words(row, side) -> str:
    """The name of the language they chose to read in, if they chose one."""
    return dict(settings.LANGUAGES).get(row.language, "")


def rule_words(row, side) -> str:
    """What the notice said, which is the whole of it."""
    found = rule_named(row.rule)
    return str(found.words) if found else ""


def muted_words(row, side) -> str:
    """What they left to the inbox."""
    return " ".join(str(rule.words) for rule in map(rule_named, row.muted) if rule)


HELD = (
    Kind(
        "mentoring.User",
        "Your account",
        user=Side("pk", own="name email language last_login"),
        says={"language": ("You read in", language_words)},
        labels={"last_login": "Last signed in"},
    ),
    Kind(
        "mentoring.Draft",
        "What you typed and have not sent",
        user=Side("owner", own="typed"),
        at="saved_at",
        alone=True,
        chapter=Chapter.SAID,
        labels={"typed": "What you typed"},
    ),
    Kind(
        "mentoring.Notice",
        "Notices to you",
        user=Side("recipient", own="rule channel sent_at read_at"),
        at="due_on",
        says={"rule": ("It said", rule_words)},
        labels={"channel": "How", "sent_at": "Sent", "read_at": "Read"},
    ),
    Kind(
        "mentoring.Hearing",
        "How we reach you",
        user=Side("user", own="way telephone rhythm earliest latest muted"),
        at="created_at",
        says={"muted": ("You left out", muted_words)},
        labels={
            "way": "How",
            "telephone": "Your number",
            "rhythm": "How often",
            "earliest": "Not before this hour",
            "latest": "Not after this hour",
        },
    ),
    Kind(
        "mentoring.PuttingOff",
        "What you put off",
        user=Side("by", own="rule until why"),
        at="created_at",
        chapter=Chapter.SAID,
        says={"rule": ("It said", rule_words)},
        labels={"until": "Until", "why": "Why"},
    ),
    Kind(
        "mentoring.Letter",
        "Mail to your address",
        email=Side("to", judged="to subject sent_at"),
        why="An address can be shared, so somebody looks whether each was to you.",
    ),
)
KINDS = in_chapter(Chapter.KEPT, HELD)
ELSEWHERE = {
    "mentoring.Standstill": "of whoever keeps the installation running, and in the trail",
    "mentoring.User.password": "kept as a hash that nobody can read back",
    "mentoring.Letter.words": "blank once the letter has gone; what a message to many said stands with the message",
    "mentoring.AuditEntry": "who looked is a section of its own, and what somebody did is counted",
}


def sections(person: Person, eyes: Eyes) -> list[Section]:
    """Of those who work here: where their name stands, and how often they stand in the trail."""
    works_here = person.user and person.user.pk in person.staff
    return [signatures_of(person), acts_of(person)] if works_here else []
