"""What is talked about when two people meet for the first time (S12, S13, L5). Pure."""

from django.utils.translation import gettext_lazy as _

#: key → (what the co-ordinator ticks, what the two read beforehand).
FIRST_MEETING = {
    "agreement": ("Both read what they agreed, and said what it means to them", _("What you two agreed")),
    "way-home": ("Each has a safe way home, and somebody knows when they are back", _("How you get home safely")),
    "numbers": ("Both know whom they ring, and when", _("Whom you can ring, and when")),
    "stop": ("Both know how to say stop, or ask for somebody else", _("How you say stop, if it does not feel right")),
    "worries": ("Both know what is passed on when somebody is worried", _("What we pass on if we worry about you")),
    "next": ("They know when they meet next, and what they would like to do", _("When you meet next")),
}


def what_they_talk_about() -> list[str]:
    """As the two read it beforehand."""
    return [own for _staff, own in FIRST_MEETING.values()]


def talked_about_words(keys) -> tuple[list[str], list[str]]:
    """(what was talked about, what was not yet) in the words of the checklist."""
    said = [words for key, (words, _own) in FIRST_MEETING.items() if key in keys]
    return said, [words for key, (words, _own) in FIRST_MEETING.items() if key not in keys]
